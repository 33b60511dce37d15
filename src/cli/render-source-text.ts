import type { Passage } from '../core/article.js';
import { cite } from '../core/citation.js';
import type { Corpus } from '../core/corpus.js';
import type { ArticlePlace } from '../core/find-article.js';
import { ENGLISH as say } from '../core/sentences/english/english.js';
import { indent, type Style } from './style.js';

/** How many passages stand before and after one that was asked for. */
const CONTEXT = 1;

/** An article, or a passage in its context, as the terminal prints it. */
export function renderSourceText(corpus: Corpus, { article, paragraph }: ArticlePlace, style: Style): string {
  const [from, to] =
    paragraph === null ? [1, Infinity] : [Math.max(1, paragraph - CONTEXT), paragraph + CONTEXT];
  const passages = corpus.passages(article.id, from, to);
  const of = passages[0]?.paragraphs ?? 0;
  const last = passages.at(-1)?.paragraph ?? 0;
  const { outlet, date, headline, paragraphs, url } = cite(say, article, { from, to: last, of });
  return [
    style.bold(headline),
    [outlet, date, article.author ?? say.authorUnknown, paragraphs, url ?? say.noLink].join(' · '),
    ...(article.caution === null ? [] : [say.caution(article.caution)]),
    ...passages.map((passage) => renderParagraph(passage, passage.paragraph === paragraph, style)),
    style.dim(say.corpusLine(corpus.summary)),
  ].join('\n\n');
}

function renderParagraph({ paragraph, text }: Passage, isWanted: boolean, style: Style): string {
  return `¶${paragraph}\n${indent(isWanted ? style.bold(text) : text)}`;
}
