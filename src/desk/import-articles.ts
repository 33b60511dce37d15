import type { SplitSentences } from '../core/model/analyzer.js';
import type { ArticleDraft, DraftInput, Duplicate, FileChange } from '../core/model/desk.js';
import { Fault } from '../core/model/fault.js';
import type { FindWall, FetchPage, ReadFeed } from '../core/model/fetch-page.js';
import { draftArticle } from '../corpus/drafts/draft-article.js';
import { previewDraft } from '../corpus/drafts/draft-file.js';
import type { DuplicateFinder } from '../core/likeness/find-duplicates.js';

export interface ImportParts {
  readonly fetchPage: FetchPage;
  readonly findWall: FindWall;
  readonly readFeed: ReadFeed;
  /** @throws {Fault} `ARTICLE_UNREADABLE` for a file that cannot be read. */
  readonly readFile: (path: string) => Promise<Uint8Array>;
  readonly splitSentences: SplitSentences;
  readonly duplicates: DuplicateFinder;
  /** The ids of existing articles and files; the import adds those of its articles. */
  readonly takenIds: Set<string>;
  readonly write: (change: FileChange) => Promise<void>;
}

export interface ImportOptions {
  /** True to write nothing. */
  readonly isDryRun: boolean;
  /** Used for articles that name no outlet. */
  readonly outlet: string | null;
  /** Stops the import between two articles. */
  readonly signal: AbortSignal;
  /** `total` grows with every feed. */
  readonly onProgress: (done: number, total: number) => void;
}

/** The result for one file or address. */
export type ImportOutcome =
  | { readonly kind: 'added'; readonly input: string; readonly file: string; readonly title: string }
  | { readonly kind: 'skipped'; readonly input: string; readonly duplicate: Duplicate }
  | { readonly kind: 'refused'; readonly input: string; readonly fault: Fault };

export interface ImportReport {
  /** In the order of the inputs, with pages from feeds last. */
  readonly outcomes: readonly ImportOutcome[];
  /** The number of files and addresses that were not reached before the import ended. */
  readonly remaining: number;
}

/** The content of a file or an address. */
type Found =
  | { readonly kind: 'draft'; readonly draft: ArticleDraft }
  | { readonly kind: 'feed'; readonly links: readonly string[] }
  | { readonly kind: 'fault'; readonly fault: Fault };

const INPUTS_AT_ONCE = 8;
const WEB = /^https?:/iu;

/**
 * Adds articles to the corpus folder: from files, from web pages, and from the pages that feeds link to.
 *
 * @param inputs - Paths and addresses, also of feeds; one that is given twice is read once.
 * @throws {Fault} `CHANGE_UNWRITTEN`; articles that were added before stay.
 */
export async function importArticles(
  inputs: readonly string[],
  parts: ImportParts,
  options: ImportOptions,
): Promise<ImportReport> {
  const { signal, onProgress } = options;
  const outcomes: ImportOutcome[] = [];
  const known = new Set(inputs);
  const links = new Set<string>();
  let total = known.size;
  const stopped = new Promise<{ readonly done: true }>((resolve) => {
    signal.addEventListener('abort', () => {
      resolve({ done: true });
    });
  });

  const importAll = async (batch: readonly string[]): Promise<void> => {
    const load = async (input: string): Promise<[string, Found]> => [input, await find(input, parts)];
    const results = mapAhead(batch, INPUTS_AT_ONCE, load);
    for (;;) {
      const next = await Promise.race([results.next(), stopped]);
      if (next.done === true || signal.aborted) return;
      const [input, found] = next.value;
      if (found.kind === 'feed') {
        total -= 1;
        for (const link of found.links) if (!known.has(link)) links.add(link);
      } else outcomes.push(await settle(input, found, parts, options));
      onProgress(outcomes.length, total + links.size);
    }
  };

  await importAll([...known]);
  const fromFeeds = [...links].filter((link) => !known.has(link));
  if (!signal.aborted) await importAll(fromFeeds);
  return { outcomes, remaining: total + links.size - outcomes.length };
}

async function find(input: string, parts: ImportParts): Promise<Found> {
  try {
    return await (WEB.test(input) ? findOnWeb(input, parts) : findFile(input, parts));
  } catch (error) {
    if (error instanceof Fault) return { kind: 'fault', fault: error };
    throw error;
  }
}

async function findOnWeb(url: string, parts: ImportParts): Promise<Found> {
  const page = await parts.fetchPage(url, 'article-or-feed');
  const links = parts.readFeed(page);
  if (links) return { kind: 'feed', links };
  return read({ kind: 'link', url }, { ...parts, fetchPage: () => Promise.resolve(page) });
}

async function findFile(path: string, parts: ImportParts): Promise<Found> {
  const bytes = await parts.readFile(path);
  const links = parts.readFeed({ url: 'file:', contentType: null, charset: null, bytes });
  if (links) return { kind: 'feed', links };
  return read({ kind: 'file', name: path, contentType: null, bytes }, parts);
}

async function read(input: DraftInput, parts: ImportParts): Promise<Found> {
  return { kind: 'draft', draft: await draftArticle(input, parts) };
}

/** Adds a draft unless it duplicates an article. */
async function settle(
  source: string,
  found: Exclude<Found, { kind: 'feed' }>,
  { duplicates, takenIds, splitSentences, write }: ImportParts,
  { isDryRun, outlet }: ImportOptions,
): Promise<ImportOutcome> {
  if (found.kind === 'fault') return { kind: 'refused', input: source, fault: found.fault };
  const { draft } = found;
  const facts = { ...draft.facts, outlet: draft.facts.outlet ?? outlet };
  const preview = previewDraft(
    { ...draft, facts },
    { splitSentences, findDuplicates: duplicates.find, isTaken: (id) => takenIds.has(id) },
  );
  const [duplicate] = preview.duplicates;
  if (duplicate) return { kind: 'skipped', input: source, duplicate };
  if (!isDryRun) await write(preview.change);
  takenIds.add(preview.article.id);
  duplicates.add(preview.source);
  return { kind: 'added', input: source, file: preview.change.file, title: preview.article.title };
}

/** Works on up to `atOnce` items at a time; yields the results in the order of the items. */
async function* mapAhead<T, U>(
  items: readonly T[],
  atOnce: number,
  work: (item: T) => Promise<U>,
): AsyncGenerator<U, void, undefined> {
  const started: Promise<PromiseSettledResult<U>>[] = [];
  const start = (item: T): void => {
    started.push(Promise.allSettled([work(item)]).then(([result]) => result));
  };
  items.slice(0, atOnce).forEach(start);
  for (let i = 0; i < items.length; i += 1) {
    const result = await started[i];
    const next = items[i + atOnce];
    if (next !== undefined) start(next);
    if (result?.status === 'rejected') throw result.reason;
    if (result) yield result.value;
  }
}
