/** What a server has chosen. */
export const ENGLISH_SETTINGS = {
  settingsHeading: 'Settings of this server',
  settingsSaved: 'Saved. Settings of this server:',
  settingLanguage: (language: string) => `Language of my own sentences: ${language}`,
  settingPrivate: (isPrivate: boolean) =>
    isPrivate
      ? 'Answers: to the asker alone, unless the question says otherwise'
      : 'Answers: to everyone, unless the question says otherwise',
  settingVotes: (isOn: boolean) => `Votes under public answers: ${isOn ? 'on' : 'off'}`,
  settingMentions: (isOn: boolean) => `Questions by mention: ${isOn ? 'on' : 'off'}`,
  settingResults: (results: number) => `Passages in an answer: at most ${results}`,
  settingMemberLimit: (count: number) => `Questions a minute, of one member: at most ${count}`,
  settingServerLimit: (count: number) => `Questions a minute, of the server: at most ${count}`,
  languageName: 'English',
} as const;
