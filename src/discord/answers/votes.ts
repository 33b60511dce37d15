/** Counts votes on answers, and asks for the reason of a vote down. */

import { setTimeout as wait } from 'node:timers/promises';
import {
  type ButtonInteraction,
  LabelBuilder,
  type Message,
  ModalBuilder,
  type ModalSubmitInteraction,
  RadioGroupBuilder,
  RadioGroupOptionBuilder,
} from 'discord.js';
import { Fault } from '../../core/model/fault.js';
import { ANSWER_RETENTION_DAYS, DAY_MS } from '../../core/model/limits.js';
import type { PublicAnswer, Vote, VoteReason } from '../../core/model/state.js';
import type { Sentences } from '../../core/locales/sentences.js';
import type { InteractionContext } from '../command.js';
import { type Press, VOTE_FORM_ID } from '../message/ids.js';
import { openForm, reply } from '../message/respond.js';
import { sayOnly } from '../message/view.js';
import { readShownAnswer } from './answer-message.js';

/** Counts a vote. A vote down also opens a form for its reason, and counts even if none is given. */
export async function castVote(
  interaction: ButtonInteraction,
  context: InteractionContext,
  { isUp }: Extract<Press, { kind: 'vote' }>,
): Promise<void> {
  const { say } = context;
  await takeVote(interaction, context, { isUp, reason: null });
  if (isUp) await reply(interaction, sayOnly(say.votedUp), true);
  else await openForm(interaction, renderVoteForm(say));
}

/** Adds the reason to a vote down. */
export async function takeReason(
  interaction: ModalSubmitInteraction,
  context: InteractionContext,
): Promise<void> {
  const { message, guildId, channelId, user } = interaction;
  if (!message) {
    await reply(interaction, sayOnly(context.say.formUnknown), true);
    return;
  }
  const vote = { isUp: false, reason: readReason(interaction) };
  await takeVote({ message, guildId, channelId, user }, context, vote);
  await reply(interaction, sayOnly(context.say.votedDown), true);
}

/** A press or a form submitted on an answer message. */
export interface OnAnswer {
  readonly guildId: string | null;
  readonly channelId: string | null;
  readonly user: { readonly id: string };
  readonly message: Pick<Message, 'id' | 'createdTimestamp' | 'components'>;
}

/**
 * Counts a member's vote on an answer, and updates the answer's gap in the background.
 *
 * @throws {Fault} `STATE_UNAVAILABLE`, also if the database does not respond within {@link CAST_TIMEOUT_MS}.
 */
export async function takeVote(
  on: OnAnswer,
  context: InteractionContext,
  opinion: Pick<Vote, 'isUp' | 'reason'>,
): Promise<void> {
  const { state, writes } = context;
  const vote = { ...opinion, messageId: on.message.id, voterId: on.user.id, at: context.now() };
  await Promise.race([state.votes.cast(vote), giveUp()]);
  writes.begin(() => noteVote(on, context, vote));
}

/** Leaves one of Discord's three seconds for the response. */
const CAST_TIMEOUT_MS = 2_000;

async function giveUp(): Promise<never> {
  await wait(CAST_TIMEOUT_MS, undefined, { ref: false });
  throw new Fault('STATE_UNAVAILABLE', 'the database did not answer in time', { facts: { cause: 'other' } });
}

/** Updates the gap of an answer: there is one, in the asker's name, for as long as any member votes it down. */
async function noteVote(on: OnAnswer, context: InteractionContext, vote: Vote): Promise<void> {
  const { state, gapsDays } = context;
  const answer = await findAnswer(on, context, vote.at);
  if (vote.isUp) await state.gaps.dropSettled(vote.messageId);
  else if (gapsDays > 0 && answer && answer.question !== '') {
    const { askerId: memberId, question } = answer;
    await state.gaps.add({ memberId, question, cause: 'voted-down', at: vote.at }, vote.messageId);
  }
}

/** Returns the stored answer. One that is not stored but within its retention is read from its message and stored. */
async function findAnswer(
  { guildId, channelId, message }: OnAnswer,
  { state }: InteractionContext,
  now: number,
): Promise<PublicAnswer | null> {
  const { id: messageId, createdTimestamp: at } = message;
  const stored = await state.answers.get(messageId);
  if (stored || guildId === null || channelId === null) return stored;
  const shown = readShownAnswer(message.components.map((component) => component.toJSON()));
  if (!shown || now - at > ANSWER_RETENTION_DAYS * DAY_MS) return null;
  const answer = { ...shown, messageId, channelId, guildId, at };
  await state.answers.put(answer);
  return answer;
}

const REASON_ID = 'reason';

/** In the order offered. */
export const VOTE_REASONS: readonly VoteReason[] = ['off-topic', 'wrong-paragraph', 'outdated', 'other'];

export function renderVoteForm(say: Sentences): ModalBuilder {
  const reasons = new RadioGroupBuilder()
    .setCustomId(REASON_ID)
    .setRequired(true)
    .addOptions(
      VOTE_REASONS.map((value) => new RadioGroupOptionBuilder({ value, label: say.voteReason(value) })),
    );
  return new ModalBuilder()
    .setCustomId(VOTE_FORM_ID)
    .setTitle(say.voteFormTitle)
    .addLabelComponents(
      new LabelBuilder()
        .setLabel(say.voteFormLabel)
        .setDescription(say.voteFormHint)
        .setRadioGroupComponent(reasons),
    );
}

/** @returns `null` for a reason that is not one of {@link VOTE_REASONS}. */
export function readReason({ fields }: ModalSubmitInteraction): VoteReason | null {
  const chosen = fields.getRadioGroup(REASON_ID);
  return VOTE_REASONS.find((reason) => reason === chosen) ?? null;
}
