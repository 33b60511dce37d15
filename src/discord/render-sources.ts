import type { Passage } from '../core/article.js';
import type { Corpus } from '../core/corpus.js';
import type { SourcesFound } from '../core/find-sources/sources-found.js';
import type { Sentences } from '../core/sentences/sentences.js';
import { formatShareSourcesId } from './component-ids.js';
import { fitsMessage } from './limits.js';
import { small } from './markdown.js';
import { ELSEWHERE_ROOMS, LEAST_ROOM, renderElsewhere, type ElsewhereRoom } from './render-elsewhere.js';
import { renderQuotation, type QuotationForm } from './render-quotation.js';
import { renderQuote, renderSentenceOnly } from './render-quote.js';
import { listSources } from './sources-message.js';
import { makeButton, sayOnly, type View } from './view.js';

/** The message that sources are for. */
export interface SourcesTarget {
  readonly channelId: string;
  readonly messageId: string;
}

/** How much of what was found is shown. */
interface Layout {
  readonly form: QuotationForm;
  /** How many passages. */
  readonly passages: number;
  /** Whether a passage is shown whole rather than by its answer sentence. */
  readonly isWhole: boolean;
  readonly room: ElsewhereRoom;
}

/**
 * Renders the sources of a message as one message: first what it quotes, then the passages that bear on it.
 *
 * Every quotation is on it, if only with its opening words; of the passages, as many as have room. What is found
 * carries a Share button, and leaves room for the line that names who shares it.
 *
 * @param target - The message.
 */
export function renderSources(
  say: Sentences,
  corpus: Corpus,
  found: SourcesFound,
  target: SourcesTarget,
): View {
  if (found.kind === 'no-text') return sayOnly(say.noText);
  const footer = small(say.corpusLine(found.corpus));
  if (found.kind === 'nothing-found') {
    return { texts: [say.nothingBears, say.spanLine(found.corpus), footer], rows: [] };
  }
  const write = (layout: Layout): string[] => [...writeTexts(say, corpus, found, layout), footer];
  const layout =
    listLayouts(found.evidence.length).find((each) => fitsMessage([SHARED_HEADER, ...write(each)])) ?? BAREST;
  const share = makeButton(say.share, formatShareSourcesId(target.channelId, target.messageId));
  return {
    texts: write(layout),
    select: listSources(say, corpus, listShown(found, layout.passages)),
    rows: [[share]],
  };
}

/** The passages whose words the message shows. */
function listShown({ quotations, evidence }: SourcesFound, passages: number): Passage[] {
  const quoted = quotations.flatMap((checked) =>
    checked.kind === 'not-found' ? [] : checked.source.parts.flat().map(({ passage }) => passage),
  );
  return [...quoted, ...evidence.slice(0, passages).map(({ passage }) => passage)];
}

/** As long as any that Share puts above the texts. */
const SHARED_HEADER = 'x'.repeat(250);

const BAREST: Layout = { form: 'bare', passages: 0, isWhole: false, room: LEAST_ROOM };

/** From the fullest; a passage is left out before a quotation is shortened, and one is kept as long as can be. */
function listLayouts(passages: number): Layout[] {
  const rooms = [...ELSEWHERE_ROOMS.slice(0, 1), LEAST_ROOM];
  const counts = passages === 0 ? [0] : Array.from({ length: passages }, (_, i) => passages - i);
  const forms: readonly QuotationForm[] = ['whole', 'brief', 'bare'];
  return forms.flatMap((form) => [
    ...counts.flatMap((count) =>
      rooms.map((room): Layout => ({ form, passages: count, isWhole: true, room })),
    ),
    { form, passages: Math.min(1, passages), isWhole: false, room: LEAST_ROOM },
  ]);
}

function writeTexts(
  say: Sentences,
  corpus: Corpus,
  { quotations, evidence }: SourcesFound,
  { form, passages, isWhole, room }: Layout,
): string[] {
  const shown = evidence.slice(0, passages);
  const numbers = new Map(shown.map(({ passage }, i) => [passage.handle, i + 1]));
  const quotes = shown.map((each, i) => {
    const quote = isWhole ? renderQuote(say, corpus, each, i + 1) : renderSentenceOnly(say, each, i + 1);
    return quote + renderElsewhere(say, corpus, each, numbers, room);
  });
  return [
    ...quotations.map((checked) => renderQuotation(say, checked, form)),
    ...(evidence.length === 0 ? [say.noneBears] : quotes.length === 0 ? [] : [say.bearing]),
    ...quotes,
  ];
}
