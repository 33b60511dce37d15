const LANGUAGE = /^[a-z]{2,3}(?:-[a-z0-9]{1,8})*$/u;

/** @returns A BCP 47 tag in lower case, or `null` when `text` is none. */
export function parseLanguage(text: string): string | null {
  const tag = text.trim().toLowerCase();
  if (!LANGUAGE.test(tag)) return null;
  try {
    return Intl.getCanonicalLocales(tag)[0]?.toLowerCase() ?? null;
  } catch {
    return null;
  }
}

/** @returns The address in the form that browsers give it, or `null` when `text` is not an absolute http(s) one. */
export function parseWebAddress(text: string): string | null {
  const trimmed = text.trim();
  if (!/^https?:\/\/[^/]/iu.test(trimmed) || !URL.canParse(trimmed)) return null;
  return new URL(trimmed).href;
}
