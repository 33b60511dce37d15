/** The address of a passage, taken apart. */
export interface HandleParts {
  readonly articleId: string;
  /** From 1. */
  readonly paragraph: number;
}

const SHAPE = /^([a-z0-9_/-]{1,60})#([1-9]\d{0,5})$/u;

export function formatHandle(articleId: string, paragraph: number): string {
  return `${articleId}#${paragraph}`;
}

/** The article of a passage; text that is no handle is an article of its own. */
export function articleIdOf(handle: string): string {
  return parseHandle(handle)?.articleId ?? handle;
}

/** @returns `null` when `text` is not a handle. */
export function parseHandle(text: string): HandleParts | null {
  const [, articleId, paragraph] = SHAPE.exec(text.trim()) ?? [];
  return articleId === undefined ? null : { articleId, paragraph: Number(paragraph) };
}
