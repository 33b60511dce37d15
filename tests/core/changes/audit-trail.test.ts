import { expect, it } from 'vitest';
import { createAuditTrail } from '../../../src/core/changes/audit.js';
import { Fault } from '../../../src/core/model/fault.js';
import type { AuditEntry } from '../../../src/core/model/state.js';

const ENTRY: AuditEntry = {
  at: 1,
  by: '7',
  action: 'withdraw',
  subject: 'bridge',
  note: 'wrong figure',
  from: 'aaaaaaa',
  to: 'bbbbbbb',
};

function makeTrail(add: (entry: AuditEntry) => Promise<void>) {
  const logged: string[] = [];
  const note = (message: string) => {
    logged.push(message);
  };
  const trail = createAuditTrail({ add }, { info: note, warn: note, error: note });
  const heard: AuditEntry[] = [];
  trail.listen((entry) => heard.push(entry));
  return { trail, logged, heard };
}

it('keeps an entry, logs it and tells those who listen', async () => {
  const kept: AuditEntry[] = [];
  const { trail, logged, heard } = makeTrail((entry) => Promise.resolve(void kept.push(entry)));
  expect(await trail.record(ENTRY)).toBe(true);
  expect([kept, heard, logged]).toEqual([[ENTRY], [ENTRY], ['audit']]);
});

it('says when an entry could not be kept, and tells those who listen all the same', async () => {
  const { trail, logged, heard } = makeTrail(() =>
    Promise.reject(new Fault('STATE_UNAVAILABLE', 'full', { facts: { cause: 'other' } })),
  );
  expect(await trail.record(ENTRY)).toBe(false);
  expect([heard, logged]).toEqual([[ENTRY], ['audit', 'the audit log could not be written']]);
});
