import { Fault } from '../../core/errors.js';
import type { FrontMatterFault } from '../front-matter.js';

/** @param faults - With lines of the YAML, from 1. */
export function refuseFrontMatter(faults: readonly FrontMatterFault[]): Fault {
  const problems = faults.map(({ line, complaint }) => ({ file: '', line, ...complaint }));
  return new Fault('FRONT_MATTER_INVALID', 'the front matter cannot be read', { problems });
}
