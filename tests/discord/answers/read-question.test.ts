import { describe, expect, it } from 'vitest';
import { readQuestion } from '../../../src/discord/answers/mentions.js';

const BOT = '100000000000000001';
const NAMED = (name: string): object => ({ name, displayName: name });

/** A message to the bot with that content; whom it mentions is known by id. */
function read(content: string): string {
  const message = {
    content,
    client: { user: { id: BOT } },
    mentions: {
      members: new Map([['2', NAMED('Mama Amina')]]),
      users: new Map([
        ['2', NAMED('amina')],
        ['3', NAMED('Juma')],
        ['6', NAMED('**<@100>** Otieno')],
      ]),
      roles: new Map([['4', NAMED('Editors')]]),
      channels: new Map([
        ['5', NAMED('newsroom')],
        ['7', {}],
      ]),
    },
  };
  return readQuestion(message as unknown as Parameters<typeof readQuestion>[0]);
}

describe('readQuestion', () => {
  it.each([
    ['the mention before it', `<@${BOT}> Who built the bridge?`, 'Who built the bridge?'],
    ['the older mention with a nickname', `<@!${BOT}> Who built it?`, 'Who built it?'],
    ['a mention in the middle', `Say, <@${BOT}>, who built it?`, 'Say, , who built it?'],
    ['marks after the mention', `<@${BOT}>: – who built it?`, 'who built it?'],
    ['several mentions of the bot', `<@${BOT}> <@${BOT}> who?`, 'who?'],
    ['members, by their name in the server', `<@${BOT}> What did <@2> say?`, 'What did Mama Amina say?'],
    ['users who are no members', `<@${BOT}> What did <@!3> say?`, 'What did Juma say?'],
    ['names that look like markup', `<@${BOT}> Is <@6> here?`, 'Is Otieno here?'],
    ['roles', `<@${BOT}> Who are <@&4>?`, 'Who are Editors?'],
    ['channels', `<@${BOT}> What of <#5>?`, 'What of newsroom?'],
    ['a channel without a name', `<@${BOT}> What of <#7>?`, 'What of ?'],
    ['whom nobody knows', `<@${BOT}> What did <@99> and <@&98> say in <#97>?`, 'What did and say in ?'],
    ['custom emoji', `<@${BOT}> <:ferry:11> or <a:bridge_2:12>?`, 'ferry or bridge_2?'],
    ['commands', `<@${BOT}> What does </ask:13> do?`, 'What does /ask do?'],
    ['markup', `<@${BOT}> **Who** ~~built~~ ||the|| \`bridge\`?`, 'Who built the bridge?'],
    ['links', `<@${BOT}> [who](https://a.example) built it? https://b.example`, 'who built it?'],
  ])('reads %s', (_name, content, question) => {
    expect(read(content).replace(/\s+/gu, ' ')).toBe(question);
  });

  it.each([
    ['the mention alone', `<@${BOT}>`],
    ['a mark', `<@${BOT}> ?!`],
    ['a link', `<@${BOT}> https://a.example`],
    ['an emoji', `<@${BOT}> 👋`],
  ])('finds no question in %s', (_name, content) => {
    expect(read(content)).toBe('');
  });
});
