import { describe, expect, it } from 'vitest';
import { Fault } from '../../src/core/model/fault.js';
import { type FaultMessage, packFault, reviveFault } from '../../src/loading/fault-message.js';

describe('a fault that is sent to another process', () => {
  it('arrives as it was, but for its cause', () => {
    const fault = new Fault('CORPUS_EMPTY', 'nothing there', {
      cause: new Error('no disk'),
      facts: { dir: 'news', tried: 2 },
      problems: [{ file: 'a.md', line: 3, code: 'VALUE_MISSING', facts: { key: 'title' } }],
    });
    const revived = reviveFault(JSON.parse(JSON.stringify(packFault(fault))) as FaultMessage);
    const { code, message, facts, problems } = fault;
    expect(revived).toBeInstanceOf(Fault);
    expect({ ...revived, message: revived.message }).toEqual({
      name: 'Fault',
      code,
      message,
      facts,
      problems,
    });
    expect(revived.cause).toBeUndefined();
  });
});
