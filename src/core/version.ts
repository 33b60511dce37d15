/** The version in `package.json`, which the bot reports to the sites that it fetches from. */
export const VERSION = '0.2.0';
