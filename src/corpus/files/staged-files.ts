import type { FileChange } from '../../core/model/desk.js';
import { GLOSSARY_FILE } from '../reading/format.js';

/** Changes to a corpus folder that are read as if they were made. */
export interface StagedFiles {
  /** The new texts of changed files by path; `null` for a removed file. */
  readonly texts: ReadonlyMap<string, string | null>;
  /** Their modification time, in whole ms since 1970. */
  readonly at: number;
}

export const NOTHING_STAGED: StagedFiles = { texts: new Map(), at: 0 };

export function stageFiles(changes: readonly FileChange[], at: number): StagedFiles {
  return { texts: new Map(changes.map(({ file, text }) => [file, text])), at };
}

/** Returns the files of a folder after the changes, without the glossary, in code-unit order. */
export function stageList(files: readonly string[], { texts }: StagedFiles): string[] {
  const paths = new Set(files);
  for (const [file, text] of texts) {
    if (text === null) paths.delete(file);
    else if (file !== GLOSSARY_FILE) paths.add(file);
  }
  return [...paths].sort();
}
