/** Reads an evaluation set in the layout of BEIR, and ranks its passages with the pipeline of `/ask`. */

import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type AskRequest, type Evidence, parseAskRequest } from '../core/answering/answer.js';
import { quoteStories } from '../core/answering/ask.js';
import { isBarred, listMissing } from '../core/answering/check-evidence.js';
import { isRefused, type Signals } from '../core/answering/confidence.js';
import { expandQuestion } from '../core/answering/expand-question.js';
import { rankPassages } from '../core/answering/rank.js';
import type { Story } from '../core/likeness/group-stories.js';
import type { ArticleText } from '../core/model/article.js';
import { Fault } from '../core/model/fault.js';
import type { Hit } from '../core/model/search-index.js';
import { openInMemory } from '../loading/open-in-memory.js';

/** Relevance grades by passage id: integers, 0 or more; absent means 0. */
export type Grades = ReadonlyMap<string, number>;

/** The result of the pipeline of `/ask` for a question, before refusal. */
export interface RankedEntries {
  /** The kind of answer at the bot's threshold. */
  readonly kind: 'found' | 'nothing-found';
  readonly confidence: number;
  readonly answerable: number;
  /** The inputs of the estimate of confidence; `null` if nothing was found. */
  readonly signals: Signals | null;
  /** True if the first hit lacks something that was asked. */
  readonly isBarred: boolean;
  /** Best first. */
  readonly hits: readonly { readonly id: string; readonly score: number }[];
  /** The sentence marked in the first hit; `''` without a hit. */
  readonly answerSentence: string;
}

/** A loaded evaluation set, each entry whole as one passage. */
export interface LoadedBeir {
  rank(question: string, limit: number): Promise<RankedEntries>;
  /** Returns the sentence that would be marked in an entry. */
  markSentence(question: string, entryId: string): string;
}

/** The default options; a question of an evaluation set may be longer than a member's. */
const ANY: AskRequest = parseAskRequest({ question: '?' }, []);

/** A passage of an evaluation set. */
export interface BeirEntry {
  readonly id: string;
  /** May be empty. */
  readonly title: string;
  readonly text: string;
}

/** Loads entries as a corpus; those whose ids differ only after the last `#` are passages of one article. */
export function loadBeir(entries: readonly BeirEntry[]): LoadedBeir {
  const groups = [...groupEntries(entries)].sort(([a], [b]) => (a < b ? -1 : 1));
  const articles = groups.map(([, group], i) => toArticleText(nameArticle(i), group));
  /** Entry ids by passage number, because the names of the articles sort in this order. */
  const ids = groups.flatMap(([, group]) => group.map(({ id }) => id));
  const { loaded, analyzer } = openInMemory(articles);

  return {
    async rank(question, limit) {
      const ranking = await rankPassages(loaded, analyzer, { ...ANY, question });
      const hits = ranking.hits.slice(0, limit);
      const { answerable, confidence, signals } = ranking;
      const [first] = quoteStories(loaded, ranking.question, hits.slice(0, 1).map(toStory));
      return {
        kind: isRefused(ranking) ? 'nothing-found' : 'found',
        confidence,
        answerable,
        signals,
        isBarred: isBarred(loaded, ranking, listMissing(loaded, ranking)),
        hits: hits.map(({ passage, score }) => ({ id: ids[passage] ?? '', score })),
        answerSentence: first ? readSentence(first) : '',
      };
    },

    markSentence(question, entryId) {
      const group = groups.findIndex(([name]) => name === nameBeirArticle(entryId));
      const hit = { passage: ids.indexOf(entryId), article: group, score: 0 };
      const [evidence] = quoteStories(loaded, expandQuestion(loaded, analyzer, question), [toStory(hit)]);
      return evidence ? readSentence(evidence) : '';
    },
  };
}

/** Returns the part of an entry's id before the last `#`; without one, the whole id. */
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

/** Pads the number, so that names sort by it. */
function nameArticle(number: number): string {
  return `article-${String(number).padStart(8, '0')}`;
}

const SEPARATOR = '\n\n';

function toArticleText(id: string, entries: readonly BeirEntry[]): ArticleText {
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

/** Wraps a hit as a story that no other passage tells. */
function toStory(hit: Hit): Story {
  return { hit, alsoIn: [], otherFigures: [] };
}

function readSentence({ passage, answerSentence }: Evidence): string {
  return passage.text.slice(answerSentence.start, answerSentence.end);
}

export interface BeirQuestion {
  readonly id: string;
  readonly text: string;
  /** `[]` if none are known. */
  readonly answers: readonly string[];
}

/** A folder in the layout of BEIR (Thakur et al., NeurIPS Datasets and Benchmarks, 2021). */
export interface BeirSet {
  readonly entries: readonly BeirEntry[];
  readonly questions: readonly BeirQuestion[];
  /** Questions that nothing in the corpus answers. */
  readonly unanswerable: readonly BeirQuestion[];
  /** By question id. */
  readonly grades: ReadonlyMap<string, Grades>;
}

/**
 * Reads `corpus.jsonl`, `queries.jsonl` and `qrels/test.tsv`, and `unanswerable.jsonl` if there is one. Questions without a grade are left out.
 *
 * @throws {Fault} `EVAL_SET_INVALID` naming the file and line.
 */
export async function readBeir(dir: string): Promise<BeirSet> {
  const [entries, questions, grades] = await Promise.all([
    readJsonLines(join(dir, 'corpus.jsonl'), toEntry),
    readJsonLines(join(dir, 'queries.jsonl'), toQuestion),
    readGrades(join(dir, 'qrels', 'test.tsv')),
  ]);
  const unanswerable = join(dir, 'unanswerable.jsonl');
  return {
    entries,
    questions: questions.filter(({ id }) => grades.has(id)),
    unanswerable: existsSync(unanswerable) ? await readJsonLines(unanswerable, toQuestion) : [],
    grades,
  };
}

type Json = Readonly<Record<string, unknown>>;

function toEntry(line: Json): BeirEntry | null {
  const { _id: id, title = '', text } = line;
  return typeof id === 'string' && typeof title === 'string' && typeof text === 'string'
    ? { id, title, text }
    : null;
}

function toQuestion(line: Json): BeirQuestion | null {
  const { _id: id, text, metadata } = line;
  if (typeof id !== 'string' || typeof text !== 'string') return null;
  const { answers } = (metadata ?? {}) as { readonly answers?: unknown };
  const known = Array.isArray(answers) ? answers.filter((answer) => typeof answer === 'string') : [];
  return { id, text, answers: known };
}

async function readJsonLines<T>(file: string, convert: (line: Json) => T | null): Promise<T[]> {
  return (await readLines(file)).map(({ text, number }) => {
    const converted = convert(parseLine(text));
    if (converted === null) throw describeInvalid(`${file}, line ${number}: _id or text is missing`);
    return converted;
  });
}

function parseLine(text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return {};
  }
}

async function readGrades(file: string): Promise<Map<string, Map<string, number>>> {
  const grades = new Map<string, Map<string, number>>();
  for (const { text, number } of (await readLines(file)).slice(1)) {
    const [question, passage, grade] = text.split('\t');
    if (question === undefined || passage === undefined || !Number.isInteger(Number(grade))) {
      throw describeInvalid(`${file}, line ${number}: not a question, a passage and a grade`);
    }
    const questionGrades = grades.get(question) ?? new Map<string, number>();
    grades.set(question, questionGrades.set(passage, Number(grade)));
  }
  return grades;
}

interface Line {
  readonly text: string;
  /** From 1. */
  readonly number: number;
}

async function readLines(file: string): Promise<Line[]> {
  const content = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw describeInvalid(`${file} cannot be read`, cause);
  });
  return content
    .split(/\r?\n/u)
    .map((text, i) => ({ text, number: i + 1 }))
    .filter(({ text }) => text.trim() !== '');
}

function describeInvalid(detail: string, cause?: unknown): Fault {
  return new Fault('EVAL_SET_INVALID', detail, { cause, facts: { detail } });
}
