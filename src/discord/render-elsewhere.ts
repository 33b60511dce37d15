import type { Evidence } from '../core/answer.js';
import type { Passage } from '../core/article.js';
import type { Corpus } from '../core/corpus.js';
import type { Sentences } from '../core/sentences/sentences.js';
import { small } from './markdown.js';
import { CAUTION_MARK, renderBriefCitation, renderCitationParts } from './render-citation.js';

/** How many passages the lines under a quote name; the others are counted. */
export interface ElsewhereRoom {
  readonly alsoIn: number;
  readonly otherFigures: number;
}

/** From the most that is named to counts alone. */
export const ELSEWHERE_ROOMS: readonly ElsewhereRoom[] = [
  { alsoIn: 3, otherFigures: 3 },
  { alsoIn: 2, otherFigures: 3 },
  { alsoIn: 1, otherFigures: 3 },
  { alsoIn: 0, otherFigures: 3 },
  { alsoIn: 0, otherFigures: 2 },
  { alsoIn: 0, otherFigures: 1 },
];
export const LEAST_ROOM: ElsewhereRoom = { alsoIn: 0, otherFigures: 0 };

/** Shorter than in the citation of a quote. */
const MAX_HEADLINE_CHARS = 80;

/**
 * Where else the news of a passage stands, each line with a line break before it.
 *
 * @param numbers - Of the passages quoted on the same message, by handle: these are cited by number.
 * @returns `''` when it stands nowhere else.
 */
export function renderElsewhere(
  say: Sentences,
  corpus: Corpus,
  { alsoIn, otherFigures }: Evidence,
  numbers: ReadonlyMap<string, number>,
  room: ElsewhereRoom,
): string {
  const cite = (passage: Passage): string => citeElsewhere(say, corpus, passage, numbers.get(passage.handle));
  return [
    ...writeLine(say, say.otherFigures, otherFigures, room.otherFigures, cite),
    ...writeLine(say, say.alsoIn, alsoIn, room.alsoIn, cite),
  ].join('');
}

function writeLine(
  say: Sentences,
  heading: string,
  passages: readonly Passage[],
  named: number,
  cite: (passage: Passage) => string,
): string[] {
  if (passages.length === 0) return [];
  const citations = passages.slice(0, named).map(cite);
  const left = passages.length - citations.length;
  const rest = citations.length === 0 ? say.countPassages(left) : say.andMore(left);
  return [`\n${small(`${heading} ${[...citations, ...(left === 0 ? [] : [rest])].join('; ')}`)}`];
}

/** `Outlet · 16 Aug 2023 · [Headline](<url>) · ¶7 of 18`, or `[2] Outlet · 16 Aug 2023 · ¶7 of 18`. */
function citeElsewhere(
  say: Sentences,
  corpus: Corpus,
  { handle, article, text, ...place }: Passage,
  number?: number,
): string {
  const range = { from: place.paragraph, to: place.paragraph, of: place.paragraphs };
  if (number !== undefined) return `[${number}] ${renderBriefCitation(say, article, range)}`;
  const first = corpus.sentences(handle)[0]?.span;
  const { outlet, date, headline, paragraphs } = renderCitationParts(
    say,
    article,
    range,
    text.slice(first?.start, first?.end),
    MAX_HEADLINE_CHARS,
  );
  const mark = article.caution === null ? '' : ` ${CAUTION_MARK}`;
  return [outlet, date, headline, `${paragraphs}${mark}`].join(' · ');
}
