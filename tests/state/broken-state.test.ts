import {
  closeSync,
  mkdirSync,
  openSync,
  readFileSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { createServer } from 'node:http';
import { dirname, join } from 'node:path';
import { inspect } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Log } from '../../src/core/model/log.js';
import { DEFAULT_SETTINGS } from '../../src/core/model/settings.js';
import type { State } from '../../src/core/model/state.js';
import { openDatabase } from '../../src/state/database.js';
import { openState } from '../../src/state/open-state.js';
import { serveLibsql } from '../support/libsql-server.js';
import {
  makeAnswer,
  makeDraft,
  makeEntry,
  makeGap,
  makePin,
  makeRevision,
  makeVote,
} from '../support/state-samples.js';
import { placeDatabase, type TemporaryDatabase } from '../support/temporary-database.js';

const SECRET = 'MTk4NjIyNDgzNDcxOTI1MjQ4';

let place: TemporaryDatabase;

beforeEach(() => {
  place = placeDatabase();
});

afterEach(() => {
  place.remove();
});

const WRITES: Readonly<Record<string, (state: State) => Promise<unknown>>> = {
  'settings.put': (state) => state.settings.put('1', DEFAULT_SETTINGS),
  'answers.put': (state) => state.answers.put(makeAnswer()),
  'votes.cast': (state) => state.votes.cast(makeVote()),
  'gaps.add': (state) => state.gaps.add(makeGap()),
  'gaps.dropSettled': (state) => state.gaps.dropSettled('1'),
  'pins.add': (state) => state.pins.add(makePin()),
  'pins.remove': (state) => state.pins.remove(1),
  'audit.add': (state) => state.audit.add(makeEntry()),
  'revisions.add': (state) => state.revisions.add(makeRevision()),
  'drafts.put': (state) => state.drafts.put(makeDraft()),
  'drafts.take': (state) => state.drafts.take('1'),
  forget: (state) => state.forget('1'),
  prune: (state) => state.prune({ answers: 1, gaps: 1, drafts: 1 }),
};

const READS: Readonly<Record<string, (state: State) => Promise<unknown>>> = {
  'settings.get': (state) => state.settings.get('1'),
  'answers.get': (state) => state.answers.get('1'),
  'answers.listQuoting': (state) => state.answers.listQuoting('star', 0),
  'votes.count': (state) => state.votes.count(),
  'votes.listWorst': (state) => state.votes.listWorst(1),
  'gaps.list': (state) => state.gaps.list(0),
  'pins.list': (state) => state.pins.list(),
  'audit.list': (state) => state.audit.list(1),
  'revisions.list': (state) => state.revisions.list(1),
  'revisions.get': (state) => state.revisions.get(1),
  'drafts.get': (state) => state.drafts.get('1'),
};

const unavailable = (cause: string) =>
  expect.objectContaining({ code: 'STATE_UNAVAILABLE', facts: { cause } }) as unknown;

/** @returns What each function that fails rejects with, by its name. */
async function collectFaults(state: State, functions: typeof WRITES): Promise<Record<string, unknown>> {
  const faults: Record<string, unknown> = {};
  for (const [name, act] of Object.entries(functions)) {
    await act(state).catch((error: unknown) => (faults[name] = error));
  }
  return faults;
}

const allOf = (functions: object, cause: string) =>
  Object.fromEntries(Object.keys(functions).map((name) => [name, unavailable(cause)]));

function recordLog(): { readonly log: Log; readonly lines: unknown[][] } {
  const lines: unknown[][] = [];
  const write = (...line: unknown[]): void => void lines.push(line);
  return { log: { info: write, warn: write, error: write }, lines };
}

describe('a database that cannot be opened', () => {
  it.each<[string, (file: string) => void]>([
    ['a folder stands in its place', (file) => mkdirSync(file, { recursive: true })],
    [
      'a file stands in place of its folder',
      (file) => {
        writeFileSync(dirname(file), '');
      },
    ],
    [
      'it is no database',
      (file) => {
        mkdirSync(dirname(file));
        writeFileSync(file, 'no database '.repeat(1_000));
      },
    ],
  ])('rejects every function where %s', async (_name, spoil) => {
    spoil(place.file);
    const { log, lines } = recordLog();
    const state = await openState({ url: place.url, log, now: () => 0 });
    expect(await collectFaults(state, { ...WRITES, ...READS })).toEqual(
      allOf({ ...WRITES, ...READS }, 'other'),
    );
    expect(lines).toEqual([[expect.any(String), unavailable('other')]]);
    state.close();
  });

  it('stays as it is', async () => {
    const text = 'no database '.repeat(1_000);
    mkdirSync(dirname(place.file));
    writeFileSync(place.file, text);
    const state = await openState({ url: place.url });
    await expect(state.answers.put(makeAnswer())).rejects.toEqual(unavailable('other'));
    state.close();
    expect(readFileSync(place.file, 'utf8')).toBe(text);
  });

  it.each([
    `libsql://127.0.0.1:PORT?tls=0&authToken=${SECRET}`,
    `http://127.0.0.1:PORT?authToken=${SECRET}`,
    `http://bot:${SECRET}@127.0.0.1:PORT`,
    `ws://127.0.0.1:PORT?authToken=${SECRET}`,
    `libsql://127.0.0.1:PORT?tls=${SECRET}`,
    `http://127.0.0.1:PORT?authToken=%0A${SECRET}`,
    `no address ${SECRET}`,
    `file://elsewhere/${SECRET}`,
    `file:%/${SECRET}`,
  ])('tells no secret where the address is %s', async (address) => {
    const { log, lines } = recordLog();
    const state = await openState({ url: address.replace('PORT', String(await findClosedPort())), log });
    const fault: unknown = await state.pins.list().catch((error: unknown) => error);
    expect(fault).toEqual(unavailable('other'));
    expect(lines).toHaveLength(1);
    expect(inspect([lines, fault], { depth: null, showHidden: true })).not.toContain(SECRET);
    state.close();
  });
});

describe('a server that refuses the token', () => {
  it('is told by its status', async () => {
    const server = await serveLibsql(join(place.dir, 'nukuu.db'), 'another');
    const { log, lines } = recordLog();
    const state = await openState({ url: server.url.replace('another', SECRET), log });
    const fault: unknown = await state.pins.list().catch((error: unknown) => error);
    expect(fault).toMatchObject({ message: 'the database cannot be used (SERVER_ERROR 401)' });
    expect(inspect([lines, fault], { depth: null, showHidden: true })).not.toContain(SECRET);
    state.close();
    server.close();
  });
});

/** A port of this machine on which nothing listens. */
async function findClosedPort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address ? address.port : 0;
}

describe('a database that is damaged', () => {
  it('rejects what cannot be read and is not removed', async () => {
    const state = await openState({ url: place.url });
    for (let i = 0; i < 200; i++) await state.answers.put(makeAnswer({ messageId: String(i), at: i }));
    state.close();
    await place.query('PRAGMA wal_checkpoint(TRUNCATE)');
    const { size } = statSync(place.file);
    overwrite(place.file, 4_096, Buffer.alloc(size - 4_096, 0xee));

    const again = await openState({ url: place.url });
    await expect(again.answers.listQuoting('naivasha', 0)).rejects.toEqual(unavailable('other'));
    await expect(again.answers.put(makeAnswer())).rejects.toEqual(unavailable('other'));
    again.close();
    expect(statSync(place.file).size).toBe(size);
  });

  it('is cut short', async () => {
    const state = await openState({ url: place.url });
    state.close();
    await place.query('PRAGMA wal_checkpoint(TRUNCATE)');
    truncateSync(place.file, 5_000);
    const again = await openState({ url: place.url });
    await expect(again.answers.put(makeAnswer())).rejects.toEqual(unavailable('other'));
    again.close();
    expect(statSync(place.file).size).toBe(5_000);
  });

  it('tells nothing of a row that cannot be understood', async () => {
    const state = await openState({ url: place.url });
    await state.answers.put(makeAnswer());
    await place.query(`UPDATE answers SET handles = 'Kisumu'`);
    const fault: unknown = await state.answers.get(makeAnswer().messageId).catch((error: unknown) => error);
    expect(fault).toEqual(unavailable('other'));
    expect(inspect(fault, { depth: null, showHidden: true })).not.toContain('Kisumu');
    state.close();
  });
});

function overwrite(file: string, at: number, bytes: Uint8Array): void {
  const descriptor = openSync(file, 'r+');
  writeSync(descriptor, bytes, 0, bytes.length, at);
  closeSync(descriptor);
}

describe('a database that may not be written to', () => {
  it('is read, and rejects every write as read-only', async () => {
    const before = await openState({ url: place.url });
    await before.pins.add(makePin());
    before.close();
    await place.query('PRAGMA wal_checkpoint(TRUNCATE)');
    // Byte 18 is the version for writing; SQLite reads a file of a later one, and writes none, even as root.
    overwrite(place.file, 18, Uint8Array.of(3));

    const state = await openState({ url: place.url });
    expect(await state.pins.list()).toHaveLength(1);
    expect(await collectFaults(state, WRITES)).toEqual(allOf(WRITES, 'read-only'));
    expect(await collectFaults(state, READS)).toEqual({});
    state.close();
  });
});

describe('a disk that is full', () => {
  const question = 'Who is the senator for Kisumu? '.repeat(9);

  /** Opens a database that can be lengthened by so many pages. */
  async function openWithRoom(pages: number) {
    const database = await openDatabase(place.url);
    const [row] = (await database.$client.execute('PRAGMA page_count')).rows;
    const limit = async (most: number) => {
      await database.$client.execute(`PRAGMA max_page_count = ${most}`);
    };
    await limit(Number(row?.['page_count']) + pages);
    return { state: await openState({ url: place.url, open: () => Promise.resolve(database) }), limit };
  }

  it('rejects what does not fit as full, keeps and reads what there is, and goes on once there is room', async () => {
    const { state, limit } = await openWithRoom(2);
    let kept = 0;
    let fault: unknown = null;
    for (; fault === null && kept < 1_000; kept++) {
      await state.answers
        .put(makeAnswer({ messageId: String(kept), question }))
        .catch((error: unknown) => (fault = error));
    }
    kept -= 1;
    expect(fault).toEqual(unavailable('full'));
    expect(inspect(fault, { depth: null, showHidden: true })).not.toContain('Kisumu');
    expect(await state.answers.listQuoting('naivasha', 0)).toHaveLength(kept);
    expect(await state.answers.get(String(kept))).toBeNull();
    expect(await place.query('PRAGMA integrity_check')).toMatchObject([{ integrity_check: 'ok' }]);

    await limit(10_000);
    await state.answers.put(makeAnswer({ messageId: String(kept), question }));
    expect(await state.answers.listQuoting('naivasha', 0)).toHaveLength(kept + 1);
    state.close();
  });
});
