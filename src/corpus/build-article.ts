import type { SplitSentences } from '../core/analysis.js';
import type { ArticleText, Span } from '../core/article.js';
import { shortenLine } from './clean-text.js';
import { splitPassage } from './split-passage.js';
import { MAX_TITLE_CHARS } from './reading.js';
import type { ArticleFacts, Block, ReadContext } from './reading.js';

const BLOCK_GAP = '\n\n';
const OPENING_CHARS = 80;
const OPENING_WORDS = 10;
const LIST_MARK = /^(?:• |\d+\. )/u;

/** @returns `null` when `blocks` hold nothing that a passage could be made of. */
export function buildArticle(
  facts: ArticleFacts,
  blocks: readonly Block[],
  { id, splitSentences, stated, known = {} }: ReadContext,
): ArticleText | null {
  const text = blocks.map((block) => block.text).join(BLOCK_GAP);
  const paragraphs = locateParagraphs(blocks);
  const [first] = paragraphs;
  if (!first) return null;
  const about = fillIn(stated ? fillIn(stated.facts, facts) : facts, known);
  const article = {
    id,
    ...about,
    title:
      about.title === null
        ? findOpeningWords(text, first, splitSentences)
        : shortenLine(about.title, MAX_TITLE_CHARS),
    hasHeadline: about.title !== null,
  };
  return { article, text, passages: paragraphs.flatMap((span) => splitPassage(text, span, splitSentences)) };
}

function locateParagraphs(blocks: readonly Block[]): Span[] {
  let next = 0;
  return blocks.flatMap(({ text, isHeading }) => {
    const start = next;
    next += text.length + BLOCK_GAP.length;
    return isHeading ? [] : [{ start, end: start + text.length }];
  });
}

function fillIn(facts: ArticleFacts, known: Partial<ArticleFacts>): ArticleFacts {
  return {
    title: facts.title ?? known.title ?? null,
    outlet: facts.outlet ?? known.outlet ?? null,
    author: facts.author ?? known.author ?? null,
    published: facts.published ?? known.published ?? null,
    url: facts.url ?? known.url ?? null,
    language: facts.language ?? known.language ?? null,
    tags: facts.tags.length > 0 ? facts.tags : (known.tags ?? []),
    caution: facts.caution ?? known.caution ?? null,
  };
}

/** The first sentence on one line, cut after ten words or 80 characters. */
function findOpeningWords(text: string, { start, end }: Span, splitSentences: SplitSentences): string {
  const [line = ''] = text.slice(start, Math.min(end, start + 4 * OPENING_CHARS)).split('\n');
  const opening = line.replace(LIST_MARK, '');
  const [sentence] = splitSentences(opening);
  const words = opening.slice(sentence?.start ?? 0, sentence?.end).split(' ');
  const kept = words.slice(0, OPENING_WORDS).join(' ');
  if (words.length <= OPENING_WORDS) return shortenLine(kept, OPENING_CHARS);
  return shortenLine(`${kept.replace(/[,;:–—-]+$/u, '')}…`, OPENING_CHARS);
}
