import { extname } from 'node:path';

export type Format = 'markdown' | 'text' | 'html';

const FORMATS: Readonly<Record<string, Format>> = {
  '.md': 'markdown',
  '.markdown': 'markdown',
  '.txt': 'text',
  '.html': 'html',
  '.htm': 'html',
};

/** @returns `null` if no reader supports the file's extension. */
export function detectFormat(path: string): Format | null {
  return FORMATS[extname(path).toLowerCase()] ?? null;
}

/** In the root of the corpus folder. */
export const GLOSSARY_FILE = 'glossary.yaml';
