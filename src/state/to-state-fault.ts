import { Fault } from '../core/errors.js';
import { findCode } from './find-code.js';

/** Codes whose errors hold no value of a row, no address and no token in their messages. */
const SAFE_CODE = /^(?:SQLITE_[A-Z_]+|E[A-Z0-9]+)$/u;
/** What stands before the part of a code that tells more, as in `SQLITE_READONLY_DBMOVED`. */
const BASE_CODE = /^SQLITE_[A-Z]+/u;

const CAUSES = new Map([
  ['SQLITE_FULL', 'full'],
  // What shares the log between processes finds no room.
  ['SQLITE_IOERR_SHMSIZE', 'full'],
  ['ENOSPC', 'full'],
  ['EDQUOT', 'full'],
  ['SQLITE_READONLY', 'read-only'],
  ['SQLITE_PERM', 'read-only'],
  ['EACCES', 'read-only'],
  ['EPERM', 'read-only'],
  ['EROFS', 'read-only'],
]);

/**
 * Makes an error of the database a `STATE_UNAVAILABLE`.
 *
 * @returns Its message names a code alone. Its `cause` is the error that has that code, where that is known to
 *   tell no secret: drizzle's own error repeats the values of a row, others the token or a password.
 */
export function toStateFault(error: unknown): Fault {
  if (error instanceof Fault) return error;
  const { code, from } = findCode(error);
  const facts = { cause: CAUSES.get(code) ?? CAUSES.get(BASE_CODE.exec(code)?.[0] ?? '') ?? 'other' };
  const message = `the database cannot be used (${code}${tellStatus(from)})`;
  return new Fault('STATE_UNAVAILABLE', message, SAFE_CODE.test(code) ? { facts, cause: from } : { facts });
}

/** With what a server refused a request, e.g. 401 for a token that is wrong. */
function tellStatus(error: unknown): string {
  const cause = error instanceof Error ? error.cause : null;
  return cause instanceof Error && 'status' in cause ? ` ${String(cause.status)}` : '';
}
