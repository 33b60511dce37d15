import { type ArticlePlace, findArticle } from '../core/answering/find-article.js';
import type { Corpus } from '../core/model/corpus.js';
import { Fault } from '../core/model/fault.js';
import { toArticleJson } from './answer-json.js';
import { chooseStyle, renderSourceText } from './render-text.js';
import { defineProgram, EXIT_FOUND, EXIT_NOTHING_FOUND, runProgram, withApp } from './run-program.js';
import { describeFault } from './start-in-terminal.js';

interface Flags {
  readonly corpus?: string;
  readonly json?: boolean;
}

await runProgram(async () => {
  const program = defineProgram('source', 'Shows an article, or a passage in its context.')
    .argument('<handle>', 'an article id, or a handle such as article-id#3')
    .option('--corpus <dir>', 'folder of articles (default: CORPUS_DIR, or corpus)')
    .option('--json', 'print one JSON object')
    .parse();
  const { corpus: corpusDir, json } = program.opts<Flags>();

  return withApp({ corpusDir }, ({ services }) => {
    const { corpus } = services.loaded();
    const place = find(corpus, program.args[0] ?? '');
    if (!place) return Promise.resolve(EXIT_NOTHING_FOUND);
    const style = chooseStyle(process.stdout.isTTY, process.env);
    const text = json ? JSON.stringify(toSourceJson(corpus, place)) : renderSourceText(corpus, place, style);
    process.stdout.write(`${text}\n`);
    return Promise.resolve(EXIT_FOUND);
  });
});

/** @returns `null`, after a sentence on stderr, if there is no such article or paragraph. */
function find(corpus: Corpus, handle: string): ArticlePlace | null {
  try {
    return findArticle(corpus, handle);
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    process.stderr.write(`${describeFault(error)}\n`);
    return null;
  }
}

function toSourceJson(corpus: Corpus, { article, paragraph }: ArticlePlace): object {
  const [from, to] = paragraph === null ? [1, Infinity] : [paragraph, paragraph];
  const { author, language, tags } = article;
  const passages = corpus.passages(article.id, from, to);
  return {
    article: { ...toArticleJson(article), author, language, tags },
    paragraphs: passages[0]?.paragraphs ?? 0,
    passages: passages.map(({ handle, paragraph: number, text }) => ({ handle, paragraph: number, text })),
    corpus: corpus.summary,
  };
}
