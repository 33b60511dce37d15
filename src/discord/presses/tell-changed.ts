import type { ButtonInteraction } from 'discord.js';
import { ComponentType } from 'discord.js';
import type { Corpus } from '../../core/corpus.js';
import type { Sentences } from '../../core/sentences/sentences.js';
import type { InteractionContext } from '../command.js';
import { fitsMessage } from '../limits.js';
import { small } from '../markdown.js';
import type { ShownPassage } from '../read-answer-message.js';
import { readQuote } from '../read-quote.js';
import { renderBriefCitation } from '../render-citation.js';
import { renderDifference } from '../render-difference.js';
import { reply } from '../respond.js';
import type { View } from '../view.js';

/** Tells the member that passages of an answer no longer read as they were shown, and how they differ. */
export async function tellChanged(
  interaction: ButtonInteraction,
  { services, say }: InteractionContext,
  changed: readonly ShownPassage[],
): Promise<void> {
  const texts = interaction.message.components.flatMap((component) => {
    const part = component.toJSON();
    return part.type === ComponentType.TextDisplay ? part.content : [];
  });
  await reply(interaction, renderChanged(say, services.loaded().corpus, texts, changed), true);
}

/** @param texts - Of the message that shows the passages as they were. */
export function renderChanged(
  say: Sentences,
  corpus: Corpus,
  texts: readonly string[],
  changed: readonly ShownPassage[],
): View {
  const differences = changed.flatMap((shown) => describeChanged(say, corpus, texts, shown));
  const write = (): string[] => [say.passageChanged, ...differences];
  while (differences.length > 0 && !fitsMessage(write())) differences.pop();
  return { texts: write(), rows: [] };
}

function describeChanged(
  say: Sentences,
  corpus: Corpus,
  texts: readonly string[],
  { handle, number, checksum }: ShownPassage,
): string[] {
  const passage = corpus.passage(handle);
  if (!passage) return [say.passageGone(number)];
  const before = readQuote(texts, number, checksum);
  if (before === null) return [];
  const { article, paragraph, paragraphs } = passage;
  const place = renderBriefCitation(say, article, { from: paragraph, to: paragraph, of: paragraphs });
  return [
    [say.passageDiffers, renderDifference(before, passage.text), small(`[${number}] ${place}`)].join('\n'),
  ];
}
