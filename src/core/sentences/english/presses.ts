/** Buttons, and what a press or a command is told that cannot be done. */
export const ENGLISH_PRESSES = {
  why: 'Why',
  context: (number: number) => `Context ${number}`,
  fold: (number: number) => `Fold ${number}`,
  widen: (number: number) => `Wider ${number}`,
  more: 'More',
  back: 'Back to first',
  delete: 'Delete',
  share: 'Share',
  shared: 'Shared',
  previousPage: 'Previous',
  nextPage: 'Next',

  passageChanged: 'A passage of this answer has changed since it was shown. Please ask again.',
  articleGone: 'This article is no longer among the articles.',
  noMore: 'There are no more passages for this question.',
  messageUnreadable: 'I can no longer read this message of mine. Please ask again.',
  commandUnknown: 'I no longer have this command. Type / to see those I have.',
  buttonUnknown: 'This button is from an older version of me. Please ask again.',
  onlyAskerDeletes: 'Only the member who asked, or one who may manage messages, can delete this.',
  onlyManagers: 'This needs the permission Manage Server.',
  onlyModerators: 'Only moderators can do this: members with Manage Server, or with a moderator role.',
  onlyWithHomeServer:
    'The articles can be changed from Discord only once HOME_GUILD_ID names the server that moderators work from.',
  onlyHomeServer: 'This command works only in the server that the bot is run from.',
  onlyOneServer:
    'I am in more than one server, so nobody can reload from Discord unless HOME_GUILD_ID names the server that may.',
  ourFault: 'Something went wrong on my side. Please try again; if it stays, tell whoever runs the bot.',
} as const;
