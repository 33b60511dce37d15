import type { ListName } from '../desk-ids.js';
import type { ReadList } from '../list-content.js';
import { readGaps } from './read-gaps.js';
import { readHistory } from './read-history.js';
import { readLog } from './read-log.js';
import { readPins } from './read-pins.js';
import { readVotes } from './read-votes.js';

/** How each list is read. */
export const READ_LIST: Readonly<Record<ListName, ReadList>> = {
  gaps: readGaps,
  history: readHistory,
  log: readLog,
  pins: readPins,
  votes: readVotes,
};
