import type { Subcommand } from '../subcommand.js';
import { add } from './add.js';
import { edit } from './edit.js';
import { makeListSubcommand } from './make-list-subcommand.js';
import { pin } from './pin.js';
import { reload } from './reload.js';
import { restore } from './restore.js';
import { rollback } from './rollback.js';
import { status } from './status.js';
import { unpin } from './unpin.js';
import { withdraw } from './withdraw.js';

/** What moderators can do, in the order in which it is listed. */
export const SUBCOMMANDS: readonly Subcommand[] = [
  status,
  reload,
  add,
  edit,
  withdraw,
  restore,
  makeListSubcommand('history', 'List the states of the articles that have answered, and what each changed'),
  rollback,
  pin,
  unpin,
  makeListSubcommand('pins', 'List the pinned questions, and which are answered by their articles now'),
  makeListSubcommand('gaps', 'List what members asked and the articles did not answer'),
  makeListSubcommand('votes', 'Count the votes, and list the answers that are worst off'),
  makeListSubcommand('log', 'List what was done last'),
];
