import { LibsqlError } from '@libsql/client';
import { DrizzleQueryError } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { Fault } from '../../src/core/model/fault.js';
import { toStateFault } from '../../src/state/database.js';

const systemError = (code: string) => Object.assign(new Error(`${code}: a system error`), { code });

describe('toStateFault', () => {
  it.each([
    ['SQLITE_FULL', 'full'],
    ['SQLITE_READONLY', 'read-only'],
    ['SQLITE_READONLY_DBMOVED', 'read-only'],
    ['SQLITE_PERM', 'read-only'],
    ['SQLITE_CANTOPEN', 'other'],
    ['SQLITE_BUSY', 'other'],
    ['SQLITE_CORRUPT', 'other'],
    ['SQLITE_IOERR', 'other'],
    ['CLIENT_CLOSED', 'other'],
  ])('tells %s as %s', (code, cause) => {
    const error = new LibsqlError('of the driver', code);
    expect(toStateFault(error)).toMatchObject({ code: 'STATE_UNAVAILABLE', facts: { cause } });
    expect(toStateFault(new DrizzleQueryError('select', [], error)).facts).toEqual({ cause });
  });

  it('tells what a driver says more exactly', () => {
    const noRoom = new LibsqlError('disk I/O error', 'SQLITE_IOERR', 'SQLITE_IOERR_SHMSIZE');
    expect(toStateFault(noRoom)).toMatchObject({
      message: 'the database cannot be used (SQLITE_IOERR_SHMSIZE)',
      facts: { cause: 'full' },
    });
  });

  it.each([
    ['ENOSPC', 'full'],
    ['EDQUOT', 'full'],
    ['EACCES', 'read-only'],
    ['EPERM', 'read-only'],
    ['EROFS', 'read-only'],
    ['ECONNREFUSED', 'other'],
  ])('tells the system error %s as %s, also where it caused another', (code, cause) => {
    const error = systemError(code);
    expect(toStateFault(error).facts).toEqual({ cause });
    expect(toStateFault(new TypeError('fetch failed', { cause: error }))).toMatchObject({
      message: `the database cannot be used (${code})`,
      facts: { cause },
      cause: error,
    });
  });

  it('keeps the error of SQLite and drops the one that repeats values', () => {
    const error = new LibsqlError('database or disk is full', 'SQLITE_FULL');
    const fault = toStateFault(new DrizzleQueryError('insert', ['Who won?'], error));
    expect(fault.cause).toBe(error);
  });

  it.each([
    new LibsqlError('The URL "libsql://host?authToken=secret" is not valid', 'URL_INVALID'),
    new TypeError('"Bearer secret" is an invalid header value'),
    Object.assign(new TypeError('Invalid URL'), { code: 'ERR_INVALID_URL', input: 'http://bot:secret@host' }),
    new SyntaxError('Unexpected token, "secret" is not valid JSON'),
    'secret',
  ])('keeps no other error: %s', (error) => {
    const fault = toStateFault(error);
    expect(fault.facts).toEqual({ cause: 'other' });
    expect(fault.cause).toBeUndefined();
    expect(fault.message).not.toContain('secret');
  });

  it('leaves a fault as it is', () => {
    const fault = new Fault('STATE_UNAVAILABLE', 'the database is closed', { facts: { cause: 'other' } });
    expect(toStateFault(fault)).toBe(fault);
  });
});
