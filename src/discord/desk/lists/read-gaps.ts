import { escapeText, small } from '../../markdown.js';
import type { ReadList } from '../list-content.js';
import { renderTime } from '../render-time.js';

const DAY_MS = 24 * 60 * 60_000;

/** What the corpus did not answer, most asked first, without names. */
export const readGaps: ReadList = async ({ say, state, services, gapsDays, now }) => {
  if (gapsDays === 0) return { heading: say.gapsOff, entries: [] };
  const gaps = await state.gaps.list(now() - gapsDays * DAY_MS);
  const groups = services.groupGaps(gaps);
  return {
    heading: say.gapsHeading(gapsDays),
    entries: groups.map(
      ({ question, asked, members, votedDown, lastAt }) =>
        `- ${escapeText(question)}\n${small(`${say.gapCounts(asked, members, votedDown)} · ${renderTime(lastAt)}`)}`,
    ),
  };
};
