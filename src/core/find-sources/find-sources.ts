import type { Analyzer } from '../analysis.js';
import type { LoadedCorpus } from '../corpus.js';
import { checkQuotation } from './check-quotation.js';
import { chooseCarryingWords } from './choose-carrying-words.js';
import { findEvidence } from './find-evidence.js';
import { createArticleReader } from './read-articles.js';
import { readMessage } from './read-message.js';
import type { CheckedQuotation, SourcesFound } from './sources-found.js';

/**
 * Finds what of the corpus bears on somebody's message, and checks what it quotes.
 *
 * @param message - As it was typed, with Discord's markup; only the first 4000 UTF-16 units are read.
 */
export type FindSources = (loaded: LoadedCorpus, message: string) => Promise<SourcesFound>;

export function createFindSources(analyzer: Analyzer): FindSources {
  return async (loaded, message) => {
    const { text, quotations: quoted } = readMessage(message);
    const read = createArticleReader(loaded.corpus);
    const quotations: CheckedQuotation[] = [];
    for (const quotation of quoted) quotations.push(await checkQuotation(loaded, analyzer, read, quotation));

    const words = chooseCarryingWords(loaded, analyzer, text);
    const shown = new Set(quotations.flatMap(listHandles));
    const evidence = await findEvidence(loaded, analyzer, words, shown);
    const hasResult = evidence.length > 0 || quotations.length > 0;
    const kind = hasResult ? 'found' : /[\p{L}\p{N}]/u.test(text) ? 'nothing-found' : 'no-text';
    return { kind, quotations, evidence, corpus: loaded.corpus.summary };
  };
}

/** The passages that a quotation was found in. */
function listHandles(checked: CheckedQuotation): string[] {
  return checked.kind === 'not-found' ? [] : checked.source.parts.flat().map(({ passage }) => passage.handle);
}
