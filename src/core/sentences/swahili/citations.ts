import { formatDate } from '../../partial-date.js';
import type { ENGLISH_CITATIONS } from '../english/citations.js';
import type { SameShape } from '../same-shape.js';

/** As CLDR shortens them for Swahili. */
const MONTHS = ['Jan', 'Feb', 'Mac', 'Apr', 'Mei', 'Jun', 'Jul', 'Ago', 'Sep', 'Okt', 'Nov', 'Des'];

export const SWAHILI_CITATIONS: SameShape<typeof ENGLISH_CITATIONS> = {
  date: (date) => formatDate(date, MONTHS),
  outletUnknown: 'chombo cha habari hakijulikani',
  dateUnknown: 'tarehe haijulikani',
  authorUnknown: 'mwandishi hajulikani',
  noLink: 'hakuna kiungo',
  linkTooLong: 'kiungo ni kirefu mno kuonyeshwa',
  open: 'fungua',
  noHeadline: (title) => `${title} (bila kichwa)`,
  paragraphs: ({ from, to, of }) => (from === to ? `¶${from} kati ya ${of}` : `¶${from}–${to} kati ya ${of}`),
  caution: (text) => `Tahadhari: ${text}`,
};
