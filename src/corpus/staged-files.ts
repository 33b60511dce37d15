import type { FileChange } from '../core/desk.js';

/** Changes of a corpus folder that are read as if they were made. */
export interface StagedFiles {
  readonly changes: readonly FileChange[];
  /** When they will say to have been changed, in whole ms since 1970. */
  readonly at: number;
}

export const NOTHING_STAGED: StagedFiles = { changes: [], at: 0 };

/** The files of a folder once the changes are made. @returns In code-unit order. */
export function stageList(files: readonly string[], { changes }: StagedFiles): string[] {
  const paths = new Set(files);
  for (const { file, text } of changes) {
    if (text === null) paths.delete(file);
    else paths.add(file);
  }
  return [...paths].sort();
}

/** What a file will hold; `null` when it will be gone, `undefined` when it is not changed. */
export function findStaged({ changes }: StagedFiles, path: string): string | null | undefined {
  return changes.find(({ file }) => file === path)?.text;
}
