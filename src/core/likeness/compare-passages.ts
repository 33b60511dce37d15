import { hash32 } from '../arrays/hash.js';
import { MARKS } from '../model/analyzer.js';
import type { Corpus, Sentence } from '../model/corpus.js';
import { countShared, listShingles, type Shingles } from './shingles.js';

/** What a passage says beside another one: the same, the same with other figures or dates, or something else. */
type Relation = 'same' | 'other-figures' | 'different';

/** @param quoted - Number of the passage that is shown. @param other - Number of one that it might stand for. */
export type Compare = (quoted: number, other: number) => Relation;

/** Beyond the first few shingles, the share of the shorter passage's that the longer may lack. */
const MAX_MISSING = 0.35;
const NEVER_MISSING = 4;
/** With fewer shingles than this, a passage says too little to be found in a longer one. */
const FEW_SHINGLES = 8;
/** Share of its own shingles that a passage must have in common with the one that stands for it. */
const MIN_COVERED = 0.4;
/** Share of the shorter sentence's shingles from which on two sentences are about one thing. */
const MIN_ALIGNED = 0.4;

/** A sentence as it is compared. */
interface Statement {
  readonly shingles: Shingles;
  /** Distinct terms in the order in which they first stand, as are {@link dates}. */
  readonly names: readonly number[];
  /** Those in words; {@link figures} hold the others. */
  readonly dates: readonly number[];
  readonly figures: string;
  readonly negations: number;
  /** Terms that would say the opposite in each other's place. */
  readonly verdicts: readonly number[];
}

/**
 * Prepares the comparison of passages by the containment of their shingles (Broder, On the resemblance and
 * containment of documents, SEQUENCES 1997), here pairs of neighbouring terms, figures and dates left out.
 * Sentences that align must agree in figures, dates, names, negation and verdicts as well.
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

function countNeeded({ values: a }: Shingles, { values: b }: Shingles): number {
  const shorter = Math.min(a.length, b.length);
  const size = shorter < FEW_SHINGLES ? Math.max(a.length, b.length) : shorter;
  return size - MAX_MISSING * Math.max(0, size - NEVER_MISSING);
}

function remember<T>(compute: (passage: number) => T): (passage: number) => T {
  const known = new Map<number, T>();
  return (passage) => {
    let value = known.get(passage);
    if (value === undefined) known.set(passage, (value = compute(passage)));
    return value;
  };
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

/** Holds each sentence of the shorter passage against the most similar one of the longer. */
function compareStatements(shorter: readonly Statement[], longer: readonly Statement[]): Relation {
  let relation: Relation = 'same';
  for (const statement of shorter) {
    const match = findMatch(statement, longer);
    if (match && isAboutOthers(statement, match)) return 'different';
    if (match && hasOtherFigures(statement, match)) relation = 'other-figures';
    if (!match && statement.figures !== '' && relation === 'same') relation = 'different';
  }
  return relation;
}

/** Whether one is denied, turns out otherwise, or is about someone or somewhere else. */
function isAboutOthers(a: Statement, b: Statement): boolean {
  if (a.negations !== b.negations || isSwapped(a.verdicts, b.verdicts)) return true;
  if (isSwapped(a.names, b.names)) return true;
  const [common, inOrderOfB] = [keepCommon(a.names, b.names), keepCommon(b.names, a.names)];
  return common.some((name, i) => name !== inOrderOfB[i]);
}

function hasOtherFigures(a: Statement, b: Statement): boolean {
  return a.figures !== b.figures || isSwapped(a.dates, b.dates);
}

/** Whether each has something that the other has not. */
function isSwapped(a: readonly number[], b: readonly number[]): boolean {
  return a.some((term) => !b.includes(term)) && b.some((term) => !a.includes(term));
}

function keepCommon(terms: readonly number[], others: readonly number[]): number[] {
  return terms.filter((term) => others.includes(term));
}

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

/** Digits, with the scale and the percentage that belong to them. */
const NUMBER = String.raw`(asilimia\s)?(\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?)`;
const SCALE = String.raw`(?:(k|mn?|bn?|tn)(?![a-z]))?`;
const PERCENT = String.raw`(\s?%|\s?pc(?![a-z])|\s?per\s?cent)?`;
const WORD = String.raw`\b(?:${[...FIGURE_OF.keys()].join('|')})\b`;
const FIGURE = new RegExp(`${NUMBER}${SCALE}${PERCENT}|${WORD}`, 'gi');

/**
 * The figures of a text, written alike, in its order: `Sh2.50bn` and `2.5 billion` are both `2.5 1000000000`,
 * `1,000` is `1000`, `60 per cent` and `asilimia 60` are `60%`, `tano` is `5`. English and Swahili; number
 * words are read one by one, so that `twenty-five` is not `25`.
 *
 * @returns `''` when there are none.
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

/** Terms of English verbs and adjectives of which one in place of another turns a report round. */
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
