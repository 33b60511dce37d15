import type { Problem } from '../core/article.js';
import type { FrontMatter, FrontMatterFault } from './front-matter.js';
import { checkFrontMatter } from './front-matter-facts.js';
import type { ReadContext, Statement } from './reading.js';

/** What front matter states, and what is wrong with it. */
export interface StatementReading {
  /** `null` when the article cannot be read because of it. */
  readonly statement: Statement | null;
  readonly problems: readonly Problem[];
}

export function readStatement(
  { entries, faults }: FrontMatter,
  { file }: Pick<ReadContext, 'file'>,
): StatementReading {
  const checked = faults.length > 0 ? { statement: null, faults } : checkFrontMatter(entries);
  const toProblem = ({ line, complaint }: FrontMatterFault): Problem => ({ file, line, ...complaint });
  return { statement: checked.statement, problems: checked.faults.map(toProblem) };
}
