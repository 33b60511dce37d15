import { sentencesIn, type Sentences } from '../core/sentences/sentences.js';
import type { ServerSettings } from '../core/settings.js';
import { bold } from './markdown.js';
import type { View } from './view.js';

/** What a server has chosen, a line each. */
export function renderSettings(say: Sentences, settings: ServerSettings, heading: string): View {
  const lines = [
    say.settingLanguage(sentencesIn(settings.language).languageName),
    say.settingPrivate(settings.isPrivateByDefault),
    say.settingVotes(settings.hasVotes),
    say.settingMentions(settings.answersMentions),
    say.settingResults(settings.results),
    say.settingMemberLimit(settings.questionsAMember),
    say.settingServerLimit(settings.questionsAServer),
  ];
  return { texts: [[bold(heading), ...lines.map((line) => `- ${line}`)].join('\n')], rows: [] };
}
