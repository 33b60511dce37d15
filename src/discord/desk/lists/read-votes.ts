import type { Sentences } from '../../../core/sentences/sentences.js';
import type { JudgedAnswer, VoteReason } from '../../../core/state.js';
import { escapeText, small } from '../../markdown.js';
import type { ReadList } from '../list-content.js';

const MAX_ANSWERS = 100;
const REASONS: readonly VoteReason[] = ['off-topic', 'wrong-paragraph', 'outdated', 'other'];

/** How many votes there are, and the questions and passages that are worst off. */
export const readVotes: ReadList = async ({ say, state }) => {
  const [{ up, down }, worst] = await Promise.all([state.votes.count(), state.votes.listWorst(MAX_ANSWERS)]);
  return { heading: say.votesHeading(up, down), entries: worst.map((answer) => renderAnswer(say, answer)) };
};

function renderAnswer(say: Sentences, { question, handles, up, down, reasons }: JudgedAnswer): string {
  const told = REASONS.filter((reason) => reasons[reason] > 0).map(
    (reason) => `${say.voteReason(reason)} (${reasons[reason]})`,
  );
  const counts = [say.voteCounts(up, down), ...told].join(' · ');
  return [`- ${escapeText(question)}`, small(counts), small(escapeText(handles.join(', ')))].join('\n');
}
