import { AttachmentBuilder } from 'discord.js';
import type { LoadedCorpus } from '../core/corpus.js';
import { describeChange, describeRevisions, describeStatus } from '../core/describe-corpus.js';
import type { Sentences } from '../core/sentences/sentences.js';
import type { ChangeOptions, ChangeOutcome } from '../core/change-corpus.js';
import { fitsMessage, MAX_TEXT_CHARS } from './limits.js';
import { bold, escapeText, small } from './markdown.js';
import type { View } from './view.js';

const MS_PER_S = 1000;

export function renderStatus(say: Sentences, loaded: LoadedCorpus): View {
  const loadedAt = say.loadedAt(`<t:${Math.floor(loaded.loadedAt / MS_PER_S)}:R>`);
  return fitReport(say, describeStatus(say, loaded), loadedAt, 'corpus-status.txt');
}

export function renderChange(say: Sentences, outcome: ChangeOutcome, mode: ChangeOptions['mode']): View {
  return fitReport(
    say,
    describeChange(say, outcome, mode),
    small(describeRevisions(say, outcome.report)),
    'reload-report.txt',
  );
}

/** A reload that changed nothing because it failed. */
export function renderReloadFailure(say: Sentences, reason: string): View {
  return { texts: [`${bold(say.reloadFailed)}\n${reason}`], rows: [] };
}

/** The lines as a message; where they are too many, its beginning with all of them as a file. */
function fitReport(say: Sentences, lines: readonly string[], footer: string, fileName: string): View {
  // No more lines than characters fit, and a reload may name many thousand articles.
  const escaped = lines.slice(0, MAX_TEXT_CHARS).map(escapeText);
  const shown = (count: number): string => escaped.slice(0, count).join('\n');
  const isShort = escaped.length === lines.length && fitsMessage([shown(lines.length), footer]);
  if (isShort) return { texts: [shown(lines.length), footer], rows: [] };
  let count = 0;
  while (count < escaped.length && fitsMessage([shown(count + 1), say.restInFile(lines.length), footer])) {
    count += 1;
  }
  return {
    texts: [...(count === 0 ? [] : [shown(count)]), say.restInFile(lines.length - count), footer],
    rows: [],
    files: [new AttachmentBuilder(Buffer.from(lines.join('\n')), { name: fileName })],
  };
}
