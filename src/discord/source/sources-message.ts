/** Lists the passages of a sources message in its select menu, and reads them back. */

import {
  type APIMessageTopLevelComponent,
  type APISelectMenuOption,
  ComponentType,
  StringSelectMenuBuilder,
} from 'discord.js';
import { type Article, articleIdOf, type Passage } from '../../core/model/article.js';
import type { Corpus } from '../../core/model/corpus.js';
import { cite } from '../../core/locales/citation.js';
import type { Sentences } from '../../core/locales/sentences.js';
import { OPEN_ID } from '../message/ids.js';
import { MAX_CHOICE_CHARS, MAX_CHOICES } from '../message/limits.js';
import { shorten } from '../message/markdown.js';

/** A passage of a sources message, as its select menu carries it. */
interface SourceChoice {
  readonly handle: string;
  /** The fingerprint of its article when the message was made, in hexadecimal. */
  readonly fingerprint: string;
}

/** A sources message as read back from its components. */
interface SourcesMessage {
  readonly texts: readonly string[];
  /** Empty if the message quotes none. */
  readonly passages: readonly SourceChoice[];
  /** `null` if there is nothing to open. */
  readonly select: StringSelectMenuBuilder | null;
}

/**
 * Builds the select menu that opens the articles of a sources message, and from which
 * {@link readSourcesMessage} reads the passages back.
 *
 * @param passages - The passages that the message quotes; the first 25 different ones are listed.
 * @returns `null` if there are none.
 */
export function listSources(
  say: Sentences,
  corpus: Corpus,
  passages: readonly Passage[],
): StringSelectMenuBuilder | null {
  if (passages.length === 0) return null;
  const distinct = [...new Map(passages.map((passage) => [passage.handle, passage])).values()];
  return makeSelect(
    say,
    distinct.slice(0, MAX_CHOICES).map((passage) => toOption(say, corpus, passage)),
  );
}

export function readSourcesMessage(
  say: Sentences,
  components: readonly APIMessageTopLevelComponent[],
): SourcesMessage {
  const texts = components.flatMap((each) => (each.type === ComponentType.TextDisplay ? each.content : []));
  const options = components
    .flatMap((each) => (each.type === ComponentType.ActionRow ? each.components : []))
    .flatMap((each) =>
      each.type === ComponentType.StringSelect && each.custom_id === OPEN_ID ? each.options : [],
    );
  const passages = options.flatMap(({ value }) => parseSourceChoice(value) ?? []);
  return { texts, passages, select: passages.length === 0 ? null : makeSelect(say, options) };
}

/** Returns true if the text and the metadata of every passage's article are unchanged. */
export function areUnchanged(corpus: Corpus, passages: readonly SourceChoice[]): boolean {
  return passages.every(
    ({ handle, fingerprint }) => readFingerprint(corpus, articleIdOf(handle)) === fingerprint,
  );
}

/** @returns `null` for a value that does not come from {@link listSources}. */
export function parseSourceChoice(value: string): SourceChoice | null {
  const [, handle, fingerprint] = /^([^:]+):([0-9a-f]+)$/u.exec(value) ?? [];
  return handle === undefined || fingerprint === undefined ? null : { handle, fingerprint };
}

function makeSelect(say: Sentences, options: readonly APISelectMenuOption[]): StringSelectMenuBuilder {
  return new StringSelectMenuBuilder()
    .setCustomId(OPEN_ID)
    .setPlaceholder(say.openArticle)
    .addOptions(...options);
}

function toOption(
  say: Sentences,
  corpus: Corpus,
  { handle, article, paragraph, paragraphs }: Passage,
): APISelectMenuOption {
  const range = { from: paragraph, to: paragraph, of: paragraphs };
  const { headline, outlet, date, paragraphs: place } = cite(say, article, range);
  const tail = ` · ${date} · ${place}`;
  return {
    label: shorten(headline, MAX_CHOICE_CHARS),
    description: shorten(outlet, MAX_CHOICE_CHARS - tail.length) + tail,
    value: `${handle}:${readFingerprint(corpus, article.id)}`,
  };
}

function readFingerprint(corpus: Corpus, articleId: Article['id']): string {
  return corpus.fingerprint(articleId)?.toString(16) ?? '';
}
