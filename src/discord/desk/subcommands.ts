import type { Subcommand } from '../command.js';
import { add } from './add.js';
import { edit } from './edit.js';
import { makeListSubcommand } from './lists.js';
import { pin, unpin } from './pins.js';
import { reload, status } from './reload.js';
import { rollback } from './rollback.js';
import { restore, withdraw } from './withdraw.js';

/** The subcommands of `/corpus`, in the order listed. */
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
