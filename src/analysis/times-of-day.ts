/** Writes times of day alike: 7pm, 7.00 p.m., 1900hrs and 19:00 all as 19:00. */

import { type Rewritten, rewriteAll } from './rewriting.js';

const HALF_DAY = /(?<![\p{L}\p{N}][.,:]?)(\d\d?)(?:[:.](\d\d))? ?([ap])(?:m(?![\p{L}\p{N}])|\.m\b\.?)/giu;
const WHOLE_DAY = /(?<![\p{L}\p{N}][.,:]?)(\d\d?):?(\d\d) ?(?:hrs|hrs\.|h)(?![\p{L}\p{N}])/giu;
const SHORT_HOUR = /(?<![\p{L}\p{N}][.,:]?)(\d)?(\d):(\d\d)(?![\p{L}\p{N}]|[.,:]\d)/gu;
const TIMES = new RegExp([HALF_DAY, WHOLE_DAY, SHORT_HOUR].map(({ source }) => source).join('|'), 'giu');
const MAY_HOLD_TIME = /\d(?:[ap]\.?m| [ap]\.?m|:\d\d| ?h)/iu;
const NOON = 12;
const HOURS = 24;
const MINUTES = 60;

/** @param text - Folded. */
export function writeTimes(text: string): Rewritten {
  return rewriteAll(text, MAY_HOLD_TIME.test(text) ? TIMES : /$^/gu, writeTime);
}

/** Returns what is no time as it is. */
function writeTime(typed: string): string {
  const [hours = 0, minutes = 0] = readParts(typed);
  const half = /([ap])\.?m/iu.exec(typed)?.[1]?.toLowerCase();
  if (half !== undefined && (hours > NOON || hours === 0)) return typed;
  if (hours >= HOURS || minutes >= MINUTES) return typed;
  const hour = half === undefined ? hours : (hours % NOON) + (half === 'p' ? NOON : 0);
  return `${pad(hour)}:${pad(minutes)}`;
}

function readParts(typed: string): number[] {
  const digits = typed.match(/\d+/gu) ?? [];
  const [first = ''] = digits;
  const parts = digits.length === 1 && first.length > 2 ? [first.slice(0, -2), first.slice(-2)] : digits;
  return parts.map(Number);
}

function pad(number: number): string {
  return String(number).padStart(2, '0');
}
