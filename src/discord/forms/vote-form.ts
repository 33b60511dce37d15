import {
  LabelBuilder,
  ModalBuilder,
  RadioGroupBuilder,
  RadioGroupOptionBuilder,
  type ModalSubmitInteraction,
} from 'discord.js';
import type { Sentences } from '../../core/sentences/sentences.js';
import type { VoteReason } from '../../core/state.js';
import { VOTE_FORM_ID } from './form-ids.js';

const REASON_ID = 'reason';
const REASONS: readonly VoteReason[] = ['off-topic', 'wrong-paragraph', 'outdated', 'other'];

/** Asks why an answer is voted down. */
export function renderVoteForm(say: Sentences): ModalBuilder {
  const reasons = new RadioGroupBuilder()
    .setCustomId(REASON_ID)
    .setRequired(true)
    .addOptions(REASONS.map((value) => new RadioGroupOptionBuilder({ value, label: say.voteReason(value) })));
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

/** @returns `null` for a reason that is not offered. */
export function readReason({ fields }: ModalSubmitInteraction): VoteReason | null {
  const chosen = fields.getRadioGroup(REASON_ID);
  return REASONS.find((reason) => reason === chosen) ?? null;
}
