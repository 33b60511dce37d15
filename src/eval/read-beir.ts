import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Fault } from '../core/errors.js';
import type { Grades } from './metrics.js';

/** A passage of an evaluation set. */
export interface BeirEntry {
  readonly id: string;
  /** May be empty. */
  readonly title: string;
  readonly text: string;
}

export interface BeirQuestion {
  readonly id: string;
  readonly text: string;
  /** `[]` where none are known. */
  readonly answers: readonly string[];
}

/** A folder in the layout of BEIR (Thakur et al., NeurIPS Datasets and Benchmarks, 2021). */
export interface BeirSet {
  readonly entries: readonly BeirEntry[];
  readonly questions: readonly BeirQuestion[];
  /** Question id to the grades of passages. */
  readonly grades: ReadonlyMap<string, Grades>;
}

/**
 * Reads `corpus.jsonl`, `queries.jsonl` and `qrels/test.tsv`. Questions without a grade are left out.
 *
 * @throws {Fault} `EVAL_SET_INVALID` naming the file and line.
 */
export async function readBeir(dir: string): Promise<BeirSet> {
  const [entries, questions, grades] = await Promise.all([
    readJsonLines(join(dir, 'corpus.jsonl'), toEntry),
    readJsonLines(join(dir, 'queries.jsonl'), toQuestion),
    readGrades(join(dir, 'qrels', 'test.tsv')),
  ]);
  return { entries, questions: questions.filter(({ id }) => grades.has(id)), grades };
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
    const ofQuestion = grades.get(question) ?? new Map<string, number>();
    grades.set(question, ofQuestion.set(passage, Number(grade)));
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
