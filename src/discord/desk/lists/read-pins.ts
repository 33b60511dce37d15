import { checkPins } from '../../../core/check-pins.js';
import type { Pin } from '../../../core/state.js';
import { escapeText } from '../../markdown.js';
import type { ReadList } from '../list-content.js';

/** The pinned questions, those first that are not answered by their articles now. */
export const readPins: ReadList = async ({ say, state, services }) => {
  const pins = await state.pins.list();
  const { kept, unmet } = await checkPins(services.ask, pins, null, services.loaded());
  const write =
    (mark: string) =>
    ({ question, articleId }: Pin): string =>
      `- ${mark}: ${escapeText(say.pin(question, articleId))}`;
  return {
    heading: say.pinsHeading(pins.length),
    entries: [...unmet.map(write(say.pinUnanswered)), ...kept.map(write(say.pinAnswered))],
  };
};
