/** The code of a system error, such as `EACCES`, without the paths that its message holds. */
export function describeError(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown error';
  return 'code' in error && typeof error.code === 'string' ? error.code : error.message;
}
