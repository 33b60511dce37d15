/** That of `package.json`, as the bot names itself to others. */
export const VERSION = '0.2.0';
