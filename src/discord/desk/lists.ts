/** Shows the lists of `/corpus` page by page. */

import { type ButtonInteraction, ButtonStyle, SlashCommandSubcommandBuilder } from 'discord.js';
import { checkPins } from '../../core/changes/change-corpus.js';
import { DAY_MS } from '../../core/model/limits.js';
import type { JudgedAnswer, Pin, RevisionEntry } from '../../core/model/state.js';
import type { Sentences } from '../../core/locales/sentences.js';
import { VOTE_REASONS } from '../answers/votes.js';
import type { InteractionContext, Subcommand } from '../command.js';
import { type DeskPress, formatListId, type ListName } from '../message/ids.js';
import { fitsMessage } from '../message/limits.js';
import { bold, escapeText, renderTime, small } from '../message/markdown.js';
import { acknowledge, deferReply, editReply, reply } from '../message/respond.js';
import { makeButton, sayOnly, type View } from '../message/view.js';
import { findModeratorRefusal } from '../moderators.js';
import { renderAuditEntry } from './audit.js';
import { MAX_REVISIONS_LISTED } from './rollback.js';

/** Reads a list again and shows another page of it. */
export async function turnListPage(
  interaction: ButtonInteraction,
  context: InteractionContext,
  { list, offset }: Extract<DeskPress, { kind: 'list' }>,
): Promise<void> {
  const refusal = findModeratorRefusal(interaction, context, 'change');
  if (refusal !== null) return reply(interaction, sayOnly(refusal), true);
  await acknowledge(interaction);
  await editReply(interaction, renderList(context.say, list, await READ_LIST[list](context), offset));
}

export function makeListSubcommand(list: ListName, description: string): Subcommand {
  return {
    data: new SlashCommandSubcommandBuilder().setName(list).setDescription(description),
    needs: 'change',
    async run(interaction, context) {
      await deferReply(interaction);
      await editReply(interaction, renderList(context.say, list, await READ_LIST[list](context), 0));
    },
  };
}

/** Few enough to read a page at a glance. */
const MAX_ENTRIES = 10;

/** Renders as many entries from an offset as fit, with buttons for the others; past the end, the first page. */
export function renderList(say: Sentences, list: ListName, content: ListContent, offset: number): View {
  const { heading, entries } = content;
  const from = offset < entries.length ? offset : 0;
  const shown = entries.slice(from, from + MAX_ENTRIES);
  const write = (): string[] => [bold(heading), shown.length === 0 ? say.listEmpty : shown.join('\n')];
  while (shown.length > 1 && !fitsMessage(write())) shown.pop();
  const next = from + shown.length;
  const buttons = [
    ...(from > 0 ? [makeButton(say.back, formatListId(list, 0))] : []),
    ...(next < entries.length ? [makeButton(say.more, formatListId(list, next), ButtonStyle.Primary)] : []),
  ];
  return { texts: write(), rows: buttons.length === 0 ? [] : [buttons] };
}

/** A list before it is split into pages. */
interface ListContent {
  /** Plain text. */
  readonly heading: string;
  /** Markdown, each short enough to fit in a message with the heading. */
  readonly entries: readonly string[];
}

/** @throws {Fault} `STATE_UNAVAILABLE`. */
type ReadList = (context: InteractionContext) => Promise<ListContent>;

const READ_LIST: Readonly<Record<ListName, ReadList>> = {
  gaps: readGaps,
  history: readHistory,
  log: readLog,
  pins: readPins,
  votes: readVotes,
};

/** Reads the questions that the corpus did not answer, most asked first, without the names of members. */
async function readGaps({ say, state, services, gapsDays, now }: InteractionContext): Promise<ListContent> {
  if (gapsDays === 0) return { heading: say.gapsOff, entries: [] };
  const gaps = await state.gaps.list(now() - gapsDays * DAY_MS);
  const groups = services.groupGaps(gaps);
  return {
    heading: say.gapsHeading(gapsDays),
    entries: groups.map(
      ({ question, asked, members, votedDown, lastAt }) =>
        `- ${escapeText(question)}\n${small(`${say.gapCounts(asked, members, votedDown)} · ${renderTime(lastAt)}`)}`,
    ),
  };
}

/** Reads the corpus revisions that have answered, newest first, with the changes of each. */
async function readHistory({ say, state, services }: InteractionContext): Promise<ListContent> {
  const [entries, archived] = await Promise.all([
    state.revisions.list(MAX_REVISIONS_LISTED),
    services.desk.listArchived(),
  ]);
  const current = services.loaded().corpus.summary.revision;
  // A revision that came back is listed twice, and its newest entry is the loaded one.
  const loaded = entries.find(({ revision }) => revision === current)?.number ?? null;
  return {
    heading: say.historyHeading,
    entries: entries.map((entry) => renderEntry(say, entry, { archived, loaded })),
  };
}

interface RevisionStates {
  /** Revisions that a rollback can lead to. */
  readonly archived: readonly string[];
  /** The number of the loaded entry; `null` if it is not listed. */
  readonly loaded: number | null;
}

function renderEntry(say: Sentences, entry: RevisionEntry, { archived, loaded }: RevisionStates): string {
  const { number, revision, at, by, action, articles } = entry;
  const head = [
    bold(`#${number}`),
    revision,
    say.actions[action],
    by === null ? say.byItself : `<@${by}>`,
    renderTime(at),
  ];
  const tail = [
    say.countArticles(articles),
    ...(number === loaded ? [say.loadedNow] : []),
    archived.includes(revision) ? say.revisionKept : say.revisionNotKept,
  ];
  const changes = [
    ...listIds(say, say.added(entry.added.length), entry.added),
    ...listIds(say, say.changed(entry.changed.length), entry.changed),
    ...listIds(say, say.removed(entry.removed.length), entry.removed),
  ];
  return [
    head.join(' · '),
    ...(changes.length === 0 ? [] : [changes.join(' · ')]),
    small(tail.join(' · ')),
  ].join('\n');
}

/** The most articles that an entry names for each kind of change; the others are counted. */
const MAX_IDS = 3;

function listIds(say: Sentences, heading: string, ids: readonly string[]): string[] {
  if (ids.length === 0) return [];
  const left = ids.length - MAX_IDS;
  const named = ids.slice(0, MAX_IDS).map(escapeText);
  return [`${heading} (${[...named, ...(left > 0 ? [say.andMore(left)] : [])].join(', ')})`];
}

const MAX_LOG_ENTRIES = 200;

/** Reads the audit log, newest first. */
async function readLog({ say, state }: InteractionContext): Promise<ListContent> {
  const entries = await state.audit.list(MAX_LOG_ENTRIES);
  return { heading: say.logHeading, entries: entries.map((entry) => renderAuditEntry(say, entry)) };
}

/** Reads the pinned questions; the ones that their articles do not answer come first. */
async function readPins({ say, state, services }: InteractionContext): Promise<ListContent> {
  const pins = await state.pins.list();
  const { kept: met, unmet } = await checkPins(services.ask, pins, null, services.loaded());
  const write =
    (mark: string) =>
    ({ question, articleId }: Pin): string =>
      `- ${mark}: ${escapeText(say.pin(question, articleId))}`;
  return {
    heading: say.pinsHeading(pins.length),
    entries: [...unmet.map(write(say.pinUnanswered)), ...met.map(write(say.pinAnswered))],
  };
}

const MAX_ANSWERS = 100;

/** Reads the vote counts, and the questions and passages of the answers with votes down, worst first. */
async function readVotes({ say, state }: InteractionContext): Promise<ListContent> {
  const [{ up, down }, worst] = await Promise.all([state.votes.count(), state.votes.listWorst(MAX_ANSWERS)]);
  return { heading: say.votesHeading(up, down), entries: worst.map((answer) => renderJudged(say, answer)) };
}

function renderJudged(say: Sentences, { question, handles, up, down, reasons }: JudgedAnswer): string {
  const reasonCounts = VOTE_REASONS.filter((reason) => reasons[reason] > 0).map(
    (reason) => `${say.voteReason(reason)} (${reasons[reason]})`,
  );
  const counts = [say.voteCounts(up, down), ...reasonCounts].join(' · ');
  return [`- ${escapeText(question)}`, small(counts), small(escapeText(handles.join(', ')))].join('\n');
}
