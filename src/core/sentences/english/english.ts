import { ANSWERS } from './answers.js';
import { CITATIONS } from './citations.js';
import { CORPUS } from './corpus.js';
import { FAULTS } from './faults.js';
import { HELP } from './help.js';
import { PRESSES } from './presses.js';
import { WHY } from './why.js';

export const ENGLISH = {
  ...CITATIONS,
  ...ANSWERS,
  ...WHY,
  ...CORPUS,
  ...HELP,
  ...PRESSES,
  faults: FAULTS,
} as const;
