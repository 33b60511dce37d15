import type { Corpus } from '../model/corpus.js';
import type { Hit } from '../model/search-index.js';
import { type Compare, createComparison } from './compare-passages.js';

/** Passages that say the same, shown as one. */
export interface Story<H extends Hit = Hit> {
  /** The one that is quoted: the best ranked that there was room for. */
  readonly hit: H;
  /** Numbers of the other passages that say the same, with the same figures, best first. */
  readonly alsoIn: readonly number[];
  /**
   * Numbers of passages that say the same with other figures or dates, best first. Each is a story of its own,
   * after this one, where `limit` and `perArticle` leave it room.
   */
  readonly otherFigures: readonly number[];
}

export interface GroupOptions {
  /** Most stories. */
  readonly limit: number;
  /**
   * Most stories of one article; `Infinity` for no limit. A passage that gives other figures than one of
   * another article is a story whatever this is.
   */
  readonly perArticle: number;
}

/**
 * Tells each story once.
 *
 * @param hits - Best first, no passage twice.
 * @returns Best first, but those that differ in figures one after the other.
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
  /** Neither quoted nor the same as one that is; best first. */
  readonly #open: Set<H>;
  /** What is quoted, in the order of the stories, and what says the same. */
  readonly #quoted = new Map<H, H[]>();
  /** How often each article is quoted, by its number. */
  readonly #quotedOf = new Map<number, number>();
  readonly #rivals: ReadonlyMap<H, Set<H>>;

  constructor(corpus: Corpus, hits: readonly H[], options: GroupOptions) {
    this.#compare = createComparison(corpus);
    this.#options = options;
    this.#open = new Set(hits);
    this.#rivals = new Map(hits.map((hit) => [hit, new Set()]));
  }

  /** Quotes a hit, and after it those with other figures, where it is a story of its own and there is room. */
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
    const isTold = new Set([...this.#quoted.values()].flat());
    const order = [...this.#rivals.keys()];
    return [...this.#quoted].map(([hit, same]) => ({
      hit,
      alsoIn: same.map(({ passage }) => passage),
      otherFigures: order
        .filter((other) => this.#rivals.get(hit)?.has(other) && !isTold.has(other))
        .map(({ passage }) => passage),
    }));
  }

  #hasRoom({ article }: H): boolean {
    return (this.#quotedOf.get(article) ?? 0) < this.#options.perArticle;
  }

  /** @returns The open hits with other figures, best first. */
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
    this.#quotedOf.set(hit.article, (this.#quotedOf.get(hit.article) ?? 0) + 1);
    for (const other of same) this.#open.delete(other);
    for (const rival of rivals) {
      this.#rivals.get(hit)?.add(rival);
      this.#rivals.get(rival)?.add(hit);
    }
    return rivals;
  }
}
