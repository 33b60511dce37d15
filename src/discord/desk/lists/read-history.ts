import type { Sentences } from '../../../core/sentences/sentences.js';
import type { RevisionEntry } from '../../../core/state.js';
import { bold, escapeText, small } from '../../markdown.js';
import { MOST_REVISIONS } from '../find-revision.js';
import type { ReadList } from '../list-content.js';
import { renderTime } from '../render-time.js';

/** How many articles of each kind an entry names; the others are counted. */
const MAX_IDS = 3;

/** The states of the corpus that have answered, newest first, with what each changed. */
export const readHistory: ReadList = async ({ say, state, services }) => {
  const [entries, kept] = await Promise.all([state.revisions.list(MOST_REVISIONS), services.desk.listKept()]);
  const now = services.loaded().corpus.summary.revision;
  // A corpus that came back stands there twice; the newest of them is the one that answers.
  const loaded = entries.find(({ revision }) => revision === now)?.number ?? null;
  return {
    heading: say.historyHeading,
    entries: entries.map((entry) => renderEntry(say, entry, { kept, loaded })),
  };
};

interface Standing {
  readonly kept: readonly string[];
  /** The number of the state that answers now; `null` when it is none of them. */
  readonly loaded: number | null;
}

function renderEntry(say: Sentences, entry: RevisionEntry, { kept, loaded }: Standing): string {
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
    kept.includes(revision) ? say.revisionKept : say.revisionNotKept,
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

function listIds(say: Sentences, heading: string, ids: readonly string[]): string[] {
  if (ids.length === 0) return [];
  const left = ids.length - MAX_IDS;
  const named = ids.slice(0, MAX_IDS).map(escapeText);
  return [`${heading} (${[...named, ...(left > 0 ? [say.andMore(left)] : [])].join(', ')})`];
}
