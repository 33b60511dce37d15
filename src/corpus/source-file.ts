import { extname } from 'node:path';
import { complain, type Complaint } from '../core/complaint.js';

/** In the root of the corpus folder. */
export const GLOSSARY_FILE = 'glossary.yaml';
export const MAX_GLOSSARY_BYTES = 200 * 1024;
export const MAX_FILE_BYTES = 5 * 1024 * 1024;

export type Format = 'markdown' | 'text' | 'html';

const FORMATS: Readonly<Record<string, Format>> = {
  '.md': 'markdown',
  '.markdown': 'markdown',
  '.txt': 'text',
  '.html': 'html',
  '.htm': 'html',
};

/** @returns `null` when no reader takes such a file. */
export function detectFormat(path: string): Format | null {
  return FORMATS[extname(path).toLowerCase()] ?? null;
}

/** Why a file of so many bytes is too large; `null` when it is not. */
export function describeExcess(file: string, bytes: number): Complaint | null {
  if (file === GLOSSARY_FILE) {
    if (bytes <= MAX_GLOSSARY_BYTES) return null;
    return complain('GLOSSARY_TOO_LARGE', { size: (bytes / 1024).toFixed(1) });
  }
  if (bytes <= MAX_FILE_BYTES) return null;
  return complain('FILE_TOO_LARGE', { size: (bytes / 1024 / 1024).toFixed(2) });
}
