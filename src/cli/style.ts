/** How a place for text marks what matters. */
export interface Style {
  bold(text: string): string;
  dim(text: string): string;
}

/** For pipes and files: the answer sentence stands between double asterisks. */
export const PLAIN: Style = { bold: (text) => `**${text}**`, dim: (text) => text };

/** For terminals (ECMA-48, SGR 1 and 2). */
export const ANSI: Style = {
  bold: (text) => `\u001B[1m${text}\u001B[22m`,
  dim: (text) => `\u001B[2m${text}\u001B[22m`,
};

/** Colour only where a person reads it and has not asked for none (https://no-color.org). */
export function chooseStyle(isTerminal: boolean, env: Readonly<Record<string, string | undefined>>): Style {
  return isTerminal && (env['NO_COLOR'] ?? '') === '' && env['TERM'] !== 'dumb' ? ANSI : PLAIN;
}

export function indent(text: string): string {
  return text.replace(/^/gmu, '    ');
}
