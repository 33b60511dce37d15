import type { Sentences } from '../../core/sentences/sentences.js';
import type { AuditEntry } from '../../core/state.js';
import { bold, escapeText, shorten, small } from '../markdown.js';
import { renderTime } from './render-time.js';

const MAX_SUBJECT_CHARS = 100;
const MAX_NOTE_CHARS = 300;

/** What was done to what by whom and when, in two or three lines. Whoever is named is not pinged. */
export function renderAuditEntry(say: Sentences, entry: AuditEntry): string {
  const { at, by, action, subject, note, from, to } = entry;
  const head = [
    bold(say.actions[action]),
    ...(subject === '' ? [] : [escapeText(shorten(subject, MAX_SUBJECT_CHARS))]),
    by === null ? say.byItself : `<@${by}>`,
    renderTime(at),
  ];
  return [
    head.join(' · '),
    ...(isHeld(entry) ? [say.changeHeld] : []),
    ...(note === '' ? [] : [escapeText(shorten(note.replace(/\s+/gu, ' '), MAX_NOTE_CHARS))]),
    small(say.revisions(from, to)),
  ].join('\n');
}

/** Whether the folder was not loaded: what is loaded anew by itself is recorded only where it changes the corpus. */
function isHeld({ action, from, to }: AuditEntry): boolean {
  return action === 'watch' && from === to;
}
