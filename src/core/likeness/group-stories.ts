import type { Corpus } from '../model/corpus.js';
import type { Hit } from '../model/search-index.js';
import { type Compare, createComparison } from './compare-passages.js';

/** Passages that state the same, shown as one. */
export interface Story<H extends Hit = Hit> {
  /** The quoted passage: the best ranked one that there is room for. */
  readonly hit: H;
  /** The numbers of other passages that state the same with the same figures, best first. */
  readonly alsoIn: readonly number[];
  /**
   * The numbers of passages that state the same with other figures or dates, best first. Each is a story of its own,
   * after this one, if `limit` and `perArticle` leave room.
   */
  readonly otherFigures: readonly number[];
}

export interface GroupOptions {
  readonly limit: number;
  /**
   * The most stories of one article; `Infinity` for no limit. Does not apply to a passage that states other figures
   * than a quoted one of another article.
   */
  readonly perArticle: number;
}

/**
 * Groups hits into stories.
 *
 * @param hits - Best first, no passage twice.
 * @returns Best first, except that a story with other figures follows the one that it differs from.
 */
export function groupStories<H extends Hit>(
  corpus: Corpus,
  hits: readonly H[],
  options: GroupOptions,
): Story<H>[] {
  const grouping = new Grouping(corpus, hits, options);
  for (const hit of hits) grouping.offer(hit);
  return grouping.list();
}

class Grouping<H extends Hit> {
  readonly #compare: Compare;
  readonly #options: GroupOptions;
  /** Neither quoted nor in the story of a quoted one; best first. */
  readonly #open: Set<H>;
  /** The quoted hits in story order, each with the hits that state the same. */
  readonly #quoted = new Map<H, H[]>();
  /** The number of quoted passages by article number. */
  readonly #quotedByArticle = new Map<number, number>();
  /** For each hit, the hits that state the same with other figures. */
  readonly #rivals: ReadonlyMap<H, Set<H>>;

  constructor(corpus: Corpus, hits: readonly H[], options: GroupOptions) {
    this.#compare = createComparison(corpus);
    this.#options = options;
    this.#open = new Set(hits);
    this.#rivals = new Map(hits.map((hit) => [hit, new Set()]));
  }

  /** Quotes a hit if it is a story of its own and there is room, and then its rivals. */
  offer(best: H): void {
    const next = [{ hit: best, isRival: false }];
    for (const { hit, isRival } of next) {
      if (this.#quoted.size >= this.#options.limit) return;
      if (!this.#open.has(hit) || !(isRival || this.#hasRoom(hit))) continue;
      for (const rival of this.#quote(hit)) {
        next.push({ hit: rival, isRival: rival.article !== hit.article });
      }
    }
  }

  list(): Story<H>[] {
    const grouped = new Set([...this.#quoted.values()].flat());
    const order = [...this.#rivals.keys()];
    return [...this.#quoted].map(([hit, same]) => ({
      hit,
      alsoIn: same.map(({ passage }) => passage),
      otherFigures: order
        .filter((other) => this.#rivals.get(hit)?.has(other) && !grouped.has(other))
        .map(({ passage }) => passage),
    }));
  }

  #hasRoom({ article }: H): boolean {
    return (this.#quotedByArticle.get(article) ?? 0) < this.#options.perArticle;
  }

  /** @returns The open rivals, best first. */
  #quote(hit: H): H[] {
    const same: H[] = [];
    const rivals: H[] = [];
    this.#open.delete(hit);
    for (const other of this.#open) {
      const relation = this.#compare(hit.passage, other.passage);
      if (relation === 'same') same.push(other);
      if (relation === 'other-figures') rivals.push(other);
    }
    this.#quoted.set(hit, same);
    this.#quotedByArticle.set(hit.article, (this.#quotedByArticle.get(hit.article) ?? 0) + 1);
    for (const other of same) this.#open.delete(other);
    for (const rival of rivals) {
      this.#rivals.get(hit)?.add(rival);
      this.#rivals.get(rival)?.add(hit);
    }
    return rivals;
  }
}
