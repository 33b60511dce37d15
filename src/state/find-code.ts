/** What the driver throws for a file that it cannot open, without a code. */
const NOT_OPENED = /^ConnectionFailed\("Unable to open/u;

/** The code of an error and the one on the way to its cause that has it. */
export interface FoundCode {
  /** Of SQLite, of the system or of the driver; the name of the error where none has one. */
  readonly code: string;
  /** `null` where none has one. */
  readonly from: unknown;
}

export function findCode(error: unknown): FoundCode {
  for (let from = error; from instanceof Error; from = from.cause) {
    if (NOT_OPENED.test(from.message)) return { code: 'SQLITE_CANTOPEN', from };
    const code = readCode(from);
    if (code !== '') return { code, from };
  }
  return { code: error instanceof Error ? error.name : 'unknown error', from: null };
}

/** The one that tells most. @returns `''` where an error has none. */
function readCode(error: Error & { readonly code?: unknown; readonly extendedCode?: unknown }): string {
  const code = error.extendedCode ?? error.code;
  return typeof code === 'string' ? code : '';
}
