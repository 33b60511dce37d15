/** Reads sets of members' questions, kind by kind, and asks them. */

import { cp, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startApp } from '../app.js';
import { type Answer, parseAskedOn, parseAskRequest } from '../core/answering/answer.js';
import type { Analyzer } from '../core/model/analyzer.js';
import { Fault } from '../core/model/fault.js';
import { MAX_RANKED } from '../core/model/limits.js';
import type { PartialDate } from '../core/model/partial-date.js';
import type { Services } from '../core/services.js';
import { findMistake, JUDGEMENTS, markedSentence, type MemberQuestion } from './judge-question.js';

/** A folder with a corpus and questions about it. */
export interface QuestionKind {
  readonly name: string;
  readonly corpusDir: string;
  /** True if the background stands beside the corpus. */
  readonly hasBackground: boolean;
  /** The day on which the questions are asked; `null`: today. */
  readonly askedOn: PartialDate | null;
  readonly questions: readonly MemberQuestion[];
}

/** A question that came out wrong. */
export interface Failure extends MemberQuestion {
  readonly mistake: string;
  /** `null` if the question could not be asked. */
  readonly answer: AnswerSummary | null;
}

interface AnswerSummary {
  readonly kind: Answer['kind'];
  readonly certain: boolean;
  readonly confidence: number;
  /** At most three handles, best first. */
  readonly first: readonly string[];
  readonly marked: string;
  readonly unknownTerms: readonly string[];
}

export interface KindResult {
  readonly right: number;
  readonly all: number;
  readonly failures: readonly Failure[];
}

const QUESTIONS_FILE = 'questions.tsv';

/**
 * Reads the kinds of a set: folders with `README`, `corpus/` and `questions.tsv`.
 *
 * @param only - Names of kinds; `[]` for all.
 * @returns In the order of their names.
 * @throws {Fault} `EVAL_SET_INVALID` naming what is wrong.
 */
export async function readKinds(dir: string, only: readonly string[] = []): Promise<QuestionKind[]> {
  const entries = await readdir(dir, { withFileTypes: true }).catch((cause: unknown) => {
    throw describeInvalid(`${dir} cannot be read`, cause);
  });
  const names = entries.flatMap((entry) => (entry.isDirectory() ? entry.name : [])).sort();
  const unknown = only.find((name) => !names.includes(name));
  if (unknown !== undefined) throw describeInvalid(`there is no kind "${unknown}" in ${dir}`);
  const chosen = only.length === 0 ? names : names.filter((name) => only.includes(name));
  return Promise.all(chosen.map((name) => readKind(dir, name)));
}

async function readKind(dir: string, name: string): Promise<QuestionKind> {
  const readme = await readFile(join(dir, name, 'README'), 'utf8').catch(() => '');
  const now = /^now:\s*(\S+)/mu.exec(readme)?.[1];
  return {
    name,
    corpusDir: join(dir, name, 'corpus'),
    hasBackground: !/^background:\s*none/mu.test(readme),
    askedOn: now === undefined ? null : parseAskedOn(now, 0),
    questions: await readQuestions(join(dir, name, QUESTIONS_FILE)),
  };
}

async function readQuestions(file: string): Promise<MemberQuestion[]> {
  const content = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw describeInvalid(`${file} cannot be read`, cause);
  });
  return content.split('\n').flatMap((line, i) => {
    if (line.trim() === '' || line.startsWith('##')) return [];
    const question = parseQuestion(line);
    if (!question) throw describeInvalid(`${file}, line ${i + 1}: not a question and what is right`);
    return question;
  });
}

/** Parses the columns question, passage, text and judgement; the default of the last is `answer`. */
function parseQuestion(line: string): MemberQuestion | null {
  const [question = '', passage, text = '', form = 'answer'] = line.split('\t');
  const judgement = JUDGEMENTS.find((each) => each === form.trim());
  if (passage === undefined || judgement === undefined) return null;
  const handles = passage === 'none' ? [] : passage.split(/[|+]/u);
  return { question, handles, wantsAll: passage.includes('+'), text, judgement };
}

function describeInvalid(detail: string, cause?: unknown): Fault {
  return new Fault('EVAL_SET_INVALID', detail, { cause, facts: { detail } });
}

interface AskParts {
  /** A folder of articles that stand beside each corpus; `null` for none. */
  readonly backgroundDir: string | null;
  /** The day of asking for kinds that name none. */
  readonly today: PartialDate;
  readonly analyzer: Analyzer;
  /** The folder of the compiled build process; default: the app's. */
  readonly loadingUrl?: URL;
}

/** Asks the questions of one kind, one after the other. */
export async function askKind(
  { corpusDir, hasBackground, askedOn, questions }: QuestionKind,
  { backgroundDir, today, ...parts }: AskParts,
): Promise<KindResult> {
  const dir = await mkdtemp(join(tmpdir(), 'nukuu-questions-'));
  try {
    if (backgroundDir !== null && hasBackground) await cp(backgroundDir, dir, { recursive: true });
    await cp(corpusDir, dir, { recursive: true });
    const app = await startApp({ ...parts, corpusDir: dir });
    try {
      const failures: Failure[] = [];
      for (const question of questions) {
        failures.push(...(await askOne(app.services, question, askedOn ?? today)));
      }
      return { right: questions.length - failures.length, all: questions.length, failures };
    } finally {
      await app.close();
    }
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}

/** @returns `[]` if the answer is right. */
async function askOne(
  { loaded, ask, readDates }: Pick<Services, 'loaded' | 'ask' | 'readDates'>,
  question: MemberQuestion,
  askedOn: PartialDate,
): Promise<Failure[]> {
  const corpus = loaded();
  try {
    const request = parseAskRequest(
      { question: question.question, results: MAX_RANKED, askedOn },
      corpus.corpus.outlets,
      { maxResults: MAX_RANKED, readDates },
    );
    const answer = await ask(corpus, request);
    const mistake = findMistake(question, answer);
    return mistake === null ? [] : [{ ...question, mistake, answer: summarise(answer) }];
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    return [{ ...question, mistake: `fault: ${error.code}`, answer: null }];
  }
}

const SUMMARISED = 3;

function summarise({ kind, certain, confidence, evidence, unknownTerms }: Answer): AnswerSummary {
  const [first] = evidence;
  return {
    kind,
    certain,
    confidence,
    first: evidence.slice(0, SUMMARISED).map(({ passage }) => passage.handle),
    marked: first ? markedSentence(first) : '',
    unknownTerms,
  };
}
