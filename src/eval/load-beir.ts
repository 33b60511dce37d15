import { openSources } from '../app.js';
import { REFUSE_BELOW, type Signals } from '../core/confidence.js';
import type { Evidence } from '../core/answer.js';
import type { ArticleText } from '../core/article.js';
import type { Story } from '../core/group-stories.js';
import { formatHandle } from '../core/handle.js';
import { quoteStories } from '../core/quote-stories.js';
import { rankPassages } from '../core/rank.js';
import type { Hit } from '../core/search-index.js';
import { searchQuestion } from '../core/searched-question.js';
import type { BeirEntry } from './read-beir.js';

/** What the pipeline of `/ask` makes of a question, before refusal. */
export interface RankedEntries {
  /** What would be answered at the bot's threshold. */
  readonly kind: 'found' | 'nothing-found';
  readonly confidence: number;
  /** What confidence is estimated from; `null` when nothing was found. */
  readonly signals: Signals | null;
  /** Best first. */
  readonly hits: readonly { readonly id: string; readonly score: number }[];
  /** The sentence marked in the first hit; `''` when there is none. */
  readonly answerSentence: string;
}

/** An evaluation set that answers, each entry kept whole as one passage. */
export interface LoadedBeir {
  rank(question: string, limit: number): Promise<RankedEntries>;
  /** The sentence that would be marked in an entry. */
  markSentence(question: string, entryId: string): string;
}

/** Entries whose ids differ only after the last `#` are passages of one article. */
export function loadBeir(entries: readonly BeirEntry[]): LoadedBeir {
  const groups = [...groupEntries(entries)].sort(([a], [b]) => (a < b ? -1 : 1));
  const sources = groups.map(([, group], i) => toSource(nameArticle(i), group));
  const idOf = new Map(
    groups.flatMap(([, group], i) => group.map(({ id }, n) => [formatHandle(nameArticle(i), n + 1), id])),
  );
  const handleOf = new Map([...idOf].map(([handle, id]) => [id, handle]));
  const { loaded, analyzer } = openSources(sources);

  return {
    async rank(question, limit) {
      const ranking = await rankPassages(loaded, analyzer, question);
      const hits = ranking.hits.slice(0, limit);
      const { confidence, signals } = ranking;
      const [first] = quoteStories(loaded, ranking.question, hits.slice(0, 1).map(tellAlone));
      return {
        kind: confidence < REFUSE_BELOW ? 'nothing-found' : 'found',
        confidence,
        signals,
        hits: hits.map(({ handle, score }) => ({ id: idOf.get(handle) ?? handle, score })),
        answerSentence: first ? readSentence(first) : '',
      };
    },

    markSentence(question, entryId) {
      const hit = { handle: handleOf.get(entryId) ?? '', score: 0 };
      const [evidence] = quoteStories(loaded, searchQuestion(loaded, analyzer, question), [tellAlone(hit)]);
      return evidence ? readSentence(evidence) : '';
    },
  };
}

/** What stands before the last `#` of an entry's id. */
export function nameBeirArticle(entryId: string): string {
  return entryId.replace(/#[^#]*$/u, '');
}

function groupEntries(entries: readonly BeirEntry[]): Map<string, BeirEntry[]> {
  const groups = new Map<string, BeirEntry[]>();
  for (const entry of entries) {
    const key = nameBeirArticle(entry.id);
    const group = groups.get(key) ?? [];
    group.push(entry);
    groups.set(key, group);
  }
  return groups;
}

/** Such names are in the order of their numbers. */
function nameArticle(number: number): string {
  return `article-${String(number).padStart(8, '0')}`;
}

function toSource(id: string, entries: readonly BeirEntry[]): ArticleText {
  const title = entries[0]?.title ?? '';
  let end = -SEPARATOR.length;
  const passages = entries.map(({ text }) => {
    const start = end + SEPARATOR.length;
    end = start + text.length;
    return { start, end };
  });
  const unknown = { outlet: null, author: null, published: null, url: null, language: null, caution: null };
  return {
    article: { id, title, hasHeadline: title !== '', tags: [], ...unknown },
    text: entries.map(({ text }) => text).join(SEPARATOR),
    passages,
  };
}

/** A hit as a story that no other passage tells. */
function tellAlone(hit: Hit): Story {
  return { hit, alsoIn: [], otherFigures: [] };
}

const SEPARATOR = '\n\n';

function readSentence({ passage, answerSentence }: Evidence): string {
  return passage.text.slice(answerSentence.start, answerSentence.end);
}
