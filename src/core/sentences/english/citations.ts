import type { ParagraphRange } from '../../citation.js';
import { formatDate, type PartialDate } from '../../partial-date.js';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** Where a quote comes from. */
export const ENGLISH_CITATIONS = {
  date: (date: PartialDate) => formatDate(date, MONTHS),
  outletUnknown: 'outlet unknown',
  dateUnknown: 'date unknown',
  authorUnknown: 'author unknown',
  noLink: 'no link',
  linkTooLong: 'link too long to show',
  open: 'open',
  noHeadline: (title: string) => `${title} (no headline)`,
  paragraphs: ({ from, to, of }: ParagraphRange) =>
    from === to ? `¶${from} of ${of}` : `¶${from}–${to} of ${of}`,
  caution: (text: string) => `Caution: ${text}`,
} as const;
