import { hash32 } from '../arrays/hash.js';
import { MARKS } from '../model/analyzer.js';
import type { Corpus, Sentence } from '../model/corpus.js';
import { countShared, listShingles, type Shingles } from './shingles.js';

/** The relation of two passages' content: the same, the same with other figures or dates, or something else. */
type Relation = 'same' | 'other-figures' | 'different';

/** @param quoted - The number of a quoted passage. @param other - The number of one that it may stand for. */
export type Compare = (quoted: number, other: number) => Relation;

/** The share of its shingles that a passage must have in common with the quoted one that stands for it. */
const MIN_COVERED = 0.4;

/**
 * Creates a comparison of passages by the containment of their {@link Shingles} (Broder, On the resemblance and
 * containment of documents, SEQUENCES 1997). Sentences that align must also agree in figures, dates, names,
 * negations and verdicts.
 */
export function createComparison(corpus: Corpus): Compare {
  const shinglesOf = remember((passage) => listShingles(corpus.sentencesAt(passage)));
  const textOf = remember((passage) => corpus.passageAt(passage)?.text ?? '');
  const statementsOf = remember((passage) => readStatements(textOf(passage), corpus.sentencesAt(passage)));

  return (quoted, other) => {
    const a = shinglesOf(quoted);
    const b = shinglesOf(other);
    const shared = countShared(a, b, countNeeded(a, b));
    if (shared === 0) return 'different';
    if (textOf(quoted) === textOf(other)) return 'same';
    const [shorter, longer] = a.values.length <= b.values.length ? [quoted, other] : [other, quoted];
    const relation = compareStatements(statementsOf(shorter), statementsOf(longer));
    return relation === 'same' && shared < MIN_COVERED * b.values.length ? 'different' : relation;
  };
}

/** The share of the shorter passage's shingles, beyond the first few, that the longer one may lack. */
const MAX_MISSING = 0.35;
const NEVER_MISSING = 4;
/** A passage with fewer shingles states too little to be found in a longer one, so the longer one's size counts. */
const FEW_SHINGLES = 8;

function countNeeded({ values: a }: Shingles, { values: b }: Shingles): number {
  const shorter = Math.min(a.length, b.length);
  const size = shorter < FEW_SHINGLES ? Math.max(a.length, b.length) : shorter;
  return size - MAX_MISSING * Math.max(0, size - NEVER_MISSING);
}

function remember<T>(compute: (passage: number) => T): (passage: number) => T {
  const computed = new Map<number, T>();
  return (passage) => {
    let value = computed.get(passage);
    if (value === undefined) computed.set(passage, (value = compute(passage)));
    return value;
  };
}

/** A sentence reduced to what is compared. */
interface Statement {
  readonly shingles: Shingles;
  /** Distinct terms in order of first occurrence. */
  readonly names: readonly number[];
  /** Distinct terms of dates in words, in order of first occurrence; dates in digits are in {@link figures}. */
  readonly dates: readonly number[];
  /** From {@link readFigures}. */
  readonly figures: string;
  readonly negations: number;
  /** Terms of which one in place of another reverses the statement. */
  readonly verdicts: readonly number[];
}

function readStatements(text: string, sentences: readonly Sentence[]): Statement[] {
  return sentences.map((sentence) =>
    readStatement(text.slice(sentence.span.start, sentence.span.end), sentence),
  );
}

const WITH_DIGITS = /\d[\p{L}\d]*/gu;
const NEGATIONS =
  /(?<!\p{L})(?:no|not|never|nor|none|neither|cannot|without|si|sio|siyo|hana|hapana|bila|wala|kamwe|ha(?:ku|ta|ja|wa|tu)\p{L}{2,})(?!\p{L})|n['’]t(?!\p{L})/giu;

function readStatement(text: string, sentence: Sentence): Statement {
  const digits = new Set(text.toLowerCase().match(WITH_DIGITS)?.map(hash32));
  return {
    shingles: listShingles([sentence]),
    names: listMarked(sentence, MARKS.name),
    dates: listMarked(sentence, MARKS.date).filter((term) => !digits.has(term)),
    figures: readFigures(text),
    negations: text.match(NEGATIONS)?.length ?? 0,
    verdicts: Array.from(sentence.termHashes).filter(isVerdict),
  };
}

function listMarked({ termHashes, termMarks }: Sentence, mark: number): number[] {
  const marked = new Set<number>();
  for (let i = 0; i < termHashes.length; i += 1) {
    if (((termMarks[i] ?? 0) & mark) !== 0) marked.add(termHashes[i] ?? 0);
  }
  return [...marked];
}

/** Compares each sentence of the shorter passage with the most similar one of the longer. */
function compareStatements(shorter: readonly Statement[], longer: readonly Statement[]): Relation {
  let relation: Relation = 'same';
  for (const statement of shorter) {
    const match = findMatch(statement, longer);
    if (match && differsInSubstance(statement, match)) return 'different';
    if (match && hasOtherFigures(statement, match)) relation = 'other-figures';
    if (!match && statement.figures !== '' && relation === 'same') relation = 'different';
  }
  return relation;
}

/** True if one sentence negates or reverses the other, or is about other people or places. */
function differsInSubstance(a: Statement, b: Statement): boolean {
  if (a.negations !== b.negations || isSwapped(a.verdicts, b.verdicts)) return true;
  if (isSwapped(a.names, b.names)) return true;
  const [inOrderOfA, inOrderOfB] = [filterCommon(a.names, b.names), filterCommon(b.names, a.names)];
  return inOrderOfA.some((name, i) => name !== inOrderOfB[i]);
}

function hasOtherFigures(a: Statement, b: Statement): boolean {
  return a.figures !== b.figures || isSwapped(a.dates, b.dates);
}

/** True if each list has a term that the other lacks. */
function isSwapped(a: readonly number[], b: readonly number[]): boolean {
  return a.some((term) => !b.includes(term)) && b.some((term) => !a.includes(term));
}

function filterCommon(terms: readonly number[], others: readonly number[]): number[] {
  return terms.filter((term) => others.includes(term));
}

/** The share of the shorter sentence's shingles in common from which two sentences align. */
const MIN_ALIGNED = 0.4;

function findMatch(statement: Statement, others: readonly Statement[]): Statement | null {
  let best: Statement | null = null;
  let bestShared = 0;
  for (const other of others) {
    const sizes = Math.min(statement.shingles.values.length, other.shingles.values.length);
    const shared = countShared(statement.shingles, other.shingles, MIN_ALIGNED * sizes);
    if (shared === 0) continue;
    if (shared > bestShared || (shared === bestShared && other.figures === statement.figures)) {
      [best, bestShared] = [other, shared];
    }
  }
  return best;
}

const SCALES = {
  '100': 'hundred hundreds mia mamia',
  '1000': 'k thousand thousands elfu maelfu',
  '1000000': 'm mn million millions milioni mamilioni',
  '1000000000': 'b bn billion billions bilioni mabilioni',
  '1000000000000': 'tn trillion trillions trilioni matrilioni',
};

const COUNTS = {
  '0': 'zero sifuri',
  '1': 'one moja mmoja kimoja',
  '2': 'two mbili wawili mawili viwili miwili',
  '3': 'three tatu watatu matatu vitatu mitatu',
  '4': 'four nne wanne manne vinne minne',
  '5': 'five tano watano matano vitano mitano',
  '6': 'six sita',
  '7': 'seven saba',
  '8': 'eight nane wanane manane vinane minane',
  '9': 'nine tisa',
  '10': 'ten kumi',
  '11': 'eleven',
  '12': 'twelve dozen',
  '13': 'thirteen',
  '14': 'fourteen',
  '15': 'fifteen',
  '16': 'sixteen',
  '17': 'seventeen',
  '18': 'eighteen',
  '19': 'nineteen',
  '20': 'twenty ishirini',
  '30': 'thirty thelathini',
  '40': 'forty arobaini arubaini',
  '50': 'fifty hamsini',
  '60': 'sixty sitini',
  '70': 'seventy sabini',
  '80': 'eighty themanini',
  '90': 'ninety tisini',
};

const SCALE_OF = indexWords(SCALES);
const FIGURE_OF = new Map([...indexWords(COUNTS), ...[...SCALE_OF].filter(([word]) => word.length > 2)]);

function indexWords(table: Readonly<Record<string, string>>): Map<string, string> {
  return new Map(
    Object.entries(table).flatMap(([figure, words]) => words.split(' ').map((w) => [w, figure])),
  );
}

const NUMBER = String.raw`(asilimia\s)?(\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?)`;
const SCALE = String.raw`(?:(k|mn?|bn?|tn)(?![a-z]))?`;
const PERCENT = String.raw`(\s?%|\s?pc(?![a-z])|\s?per\s?cent)?`;
const WORD = String.raw`\b(?:${[...FIGURE_OF.keys()].join('|')})\b`;
/** A number in digits with its scale and percentage, or a number word. */
const FIGURE = new RegExp(`${NUMBER}${SCALE}${PERCENT}|${WORD}`, 'gi');

/**
 * Reads the English and Swahili figures of a text in a normal form: `Sh2.50bn` and `2.5 billion` are both
 * `2.5 1000000000`, `1,000` is `1000`, `60 per cent` and `asilimia 60` are `60%`, `tano` is `5`. Number words are
 * read one by one, so `twenty-five` is not `25`.
 *
 * @returns The figures in text order, separated by spaces; `''` if there are none.
 */
export function readFigures(text: string): string {
  const figures: string[] = [];
  for (const [figure, before, number, scale, after] of text.matchAll(FIGURE)) {
    if (number === undefined) {
      figures.push(FIGURE_OF.get(figure.toLowerCase()) ?? '');
      continue;
    }
    const value = String(Number(number.replaceAll(',', '')));
    figures.push(before === undefined && after === undefined ? value : `${value}%`);
    if (scale !== undefined) figures.push(SCALE_OF.get(scale.toLowerCase()) ?? '');
  }
  return figures.join(' ');
}

/** Terms of English verbs and adjectives that reverse a report when one replaces another. */
const VERDICTS = new Set(
  `
  uphold affirm confirm approv accept admit allow permit support back endors welcom praise pass adopt keep
  nullifi overturn annul quash dismiss reject deni refus ban block oppos condemn critic withdraw suspend
  win lose gain defeat beat rise fall increas decreas drop grow shrink double halv add cut raise lower
  appoint hire elect nomin fire sack remov resign impeach
  arrest charg convict jail free releas acquit clear guilti innoc
  legal illeg lawful unlaw constitut unconstitut valid invalid true fals
  open close start begin end stop continu join leav agre disagre sign
  `
    .trim()
    .split(/\s+/u)
    .map(hash32),
);

/** @param termHash - `hash32` of a term. */
function isVerdict(termHash: number): boolean {
  return VERDICTS.has(termHash);
}
