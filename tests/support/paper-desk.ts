import type { ArticleText } from '../../src/core/model/article.js';
import { createAsk } from '../../src/core/answering/ask.js';
import { createAuditTrail } from '../../src/core/changes/audit.js';
import { createChangeCorpus } from '../../src/core/changes/change-corpus.js';
import type { LoadedCorpus } from '../../src/core/model/corpus.js';
import type { ArticleDraft, Desk, DraftInput, FileChange } from '../../src/core/model/desk.js';
import { Fault } from '../../src/core/model/fault.js';
import { createRecord } from '../../src/core/changes/audit.js';
import type { Log } from '../../src/core/model/log.js';
import type { Services } from '../../src/core/services.js';
import type { State } from '../../src/core/model/state.js';
import { loadArticles, makeArticle, serveArticles, shareAnalyzer } from './fake-corpus.js';

/** Files by name: lines of `title: …`, `outlet: …`, a line of three dashes, then paragraphs. */
export type Papers = Readonly<Record<string, string>>;

export interface PaperDesk {
  readonly services: Services;
  /** Returns the current files of the folder. */
  readonly files: () => Papers;
  /** Puts files into the folder without loading them. */
  readonly lay: (files: Readonly<Record<string, string | null>>) => void;
  /** The fault with which every change fails when it is written; `null` for none. */
  failWriting: Fault | null;
}

interface PaperDeskParts {
  readonly files: Papers;
  readonly state: State;
  readonly log: Log;
  readonly now: () => number;
}

/** Opens a desk over a folder in memory: the code that changes the corpus is real, the files and pages are not. */
export function openPaperDesk({ files: first, state, log, now }: PaperDeskParts): PaperDesk {
  let files = { ...first };
  let loaded = load(files);
  const kept = new Map([[loaded.corpus.summary.revision, files]]);
  const audit = createAuditTrail(state.audit, log);
  const put = (changes: readonly FileChange[]): Papers => apply(files, changes);
  const desk: PaperDesk = {
    failWriting: null,
    files: () => files,
    lay: (laid) => {
      files = apply(
        files,
        Object.entries(laid).map(([file, text]) => ({ file, text })),
      );
    },
    services: {
      ...serveArticles(loaded),
      loaded: () => loaded,
      audit,
      desk: makeDesk({ files: () => files, loaded: () => loaded, kept }),
      changeCorpus: createChangeCorpus({
        loaded: () => loaded,
        build: (changes) => {
          const next = load(put(changes));
          const accept = (): Promise<void> => {
            if (desk.failWriting) return Promise.reject(desk.failWriting);
            files = put(changes);
            loaded = next;
            kept.set(next.corpus.summary.revision, files);
            return Promise.resolve();
          };
          return Promise.resolve({ loaded: next, accept, discard: () => undefined });
        },
        listPins: () => state.pins.list(),
        ask: createAsk(shareAnalyzer()),
        yieldToEventLoop: () => Promise.resolve(),
        record: createRecord({ audit, revisions: state.revisions, log, now }),
      }),
    },
  };
  return desk;
}

function apply(files: Papers, changes: readonly FileChange[]): Papers {
  const next = new Map(Object.entries(files));
  for (const { file, text } of changes) {
    if (text === null) next.delete(file);
    else next.set(file, text);
  }
  return Object.fromEntries(next);
}

function load(files: Papers): LoadedCorpus {
  return loadArticles(...Object.entries(files).map(([file, text]) => read(file, text)));
}

function read(file: string, text: string): ArticleText {
  const [head = '', body = ''] = text.split('\n---\n');
  const facts = Object.fromEntries(
    head.split('\n').map((line): [string, string] => [line.split(': ')[0] ?? '', line.split(': ')[1] ?? '']),
  );
  return makeArticle(file.replace(/\.md$/u, ''), body.split('\n\n'), facts);
}

interface DeskParts {
  readonly files: () => Papers;
  readonly loaded: () => LoadedCorpus;
  readonly kept: ReadonlyMap<string, Papers>;
}

function makeDesk({ files, loaded, kept }: DeskParts): Desk {
  const taken = new Map<string, string>();
  const open = (articleId: string): string => {
    const text = files()[`${articleId}.md`];
    if (text !== undefined) return text;
    throw new Fault('ARTICLE_UNKNOWN', 'no such file', { facts: { wanted: articleId, near: [] } });
  };
  return {
    draft: (source) => Promise.resolve(draftFrom(source)),
    preview: (draft) => {
      const { title, outlet } = draft.facts;
      const id = (title ?? 'untitled').toLowerCase().replace(/\W+/gu, '-');
      const head = [`title: ${title ?? ''}`, ...(outlet === null ? [] : [`outlet: ${outlet}`])];
      const change = { file: `${id}.md`, text: `${head.join('\n')}\n---\n${draft.body}` };
      const twin = loaded().corpus.article(id);
      return Promise.resolve({
        article: { ...read(change.file, change.text).article, ...draft.facts, title: title ?? 'untitled' },
        change,
        passages: draft.body.split('\n\n'),
        duplicates: twin ? [{ article: twin, why: 'same-text', likeness: 0.875 }] : [],
      });
    },
    frontMatter: (articleId) => Promise.resolve(open(articleId).split('\n---\n')[0] ?? ''),
    editFrontMatter: (articleId, yaml) => {
      if (yaml.includes('broken')) {
        return Promise.reject(
          new Fault('FRONT_MATTER_INVALID', 'broken', {
            problems: [{ file: '', line: 1, code: 'VALUE_NO_DATE', facts: { key: 'published' } }],
          }),
        );
      }
      const [, body = ''] = open(articleId).split('\n---\n');
      return Promise.resolve({ file: `${articleId}.md`, text: `${yaml}\n---\n${body}` });
    },
    withdraw: (articleId) => {
      taken.set(articleId, open(articleId));
      return Promise.resolve({ file: `${articleId}.md`, text: null });
    },
    restore: (articleId) => {
      const text = taken.get(articleId);
      if (text !== undefined) return Promise.resolve({ file: `${articleId}.md`, text });
      return Promise.reject(
        new Fault('ARTICLE_UNKNOWN', 'never withdrawn', { facts: { wanted: articleId, near: [] } }),
      );
    },
    rollBack: (revision) => {
      const wanted = kept.get(revision);
      if (!wanted) {
        return Promise.reject(new Fault('REVISION_UNKNOWN', 'not kept', { facts: { revision } }));
      }
      const names = new Set([...Object.keys(files()), ...Object.keys(wanted)]);
      const changed = [...names].filter((file) => files()[file] !== wanted[file]);
      return Promise.resolve(changed.map((file) => ({ file, text: wanted[file] ?? null })));
    },
    listArchived: () => Promise.resolve([...kept.keys()].reverse()),
  };
}

/** Drafts an article whose headline is the first line of the input, of whatever kind. */
function draftFrom(source: DraftInput): ArticleDraft {
  const text =
    source.kind === 'text'
      ? source.text
      : source.kind === 'file'
        ? new TextDecoder().decode(source.bytes)
        : `Page of ${new URL(source.url).hostname}\n\nIt was printed there.`;
  const [title = '', ...paragraphs] = text.split('\n\n');
  const url = source.kind === 'link' ? source.url : null;
  const facts = { title, outlet: null, published: null, url, caution: null };
  return { facts, author: null, language: null, tags: [], body: paragraphs.join('\n\n') };
}
