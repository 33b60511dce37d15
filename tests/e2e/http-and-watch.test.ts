import { createServer } from 'node:net';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import { LANTERN_CORPUS } from '../support/lantern-corpus.js';
import { stageNukuu } from '../support/stage-nukuu.js';

const port = await findFreePort();
const stage = stageNukuu({
  files: LANTERN_CORPUS,
  env: { HTTP_PORT: String(port), CORPUS_WATCH: '1' },
});
const read = async (path: string) => (await fetch(`http://127.0.0.1:${port}${path}`)).text();

async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port: free } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return free;
}

describe('health and metrics of a running bot', () => {
  it('is ready with an index and a live gateway, and counts questions', async () => {
    expect(JSON.parse(await read('/healthz'))).toEqual({ isReady: true, corpus: true, gateway: true });
    await stage.discord.slash(stage.member, 'ask', { question: 'When was the bridge over the Athi opened?' });
    await stage.discord.slash(stage.member, 'ask', { question: 'zzyzx qwxyz?' });
    const metrics = await read('/metrics');
    expect(metrics).toContain('nukuu_questions_total{outcome="found"} 1');
    expect(metrics).toContain('nukuu_questions_total{outcome="nothing-found"} 1');
    expect(metrics).toContain(`nukuu_corpus_articles ${Object.keys(LANTERN_CORPUS).length}`);
  });
});

describe('a watched folder', () => {
  it('answers from a file that was put there', async () => {
    await stage.folder.write('goats.md', 'Forty goats were sold at the market of Kibwezi on Sunday.');
    await stage.nukuu.logged('the folder is loaded as it is now');
    const audited = stage.nukuu.log().filter(({ msg }) => msg === 'audit');
    expect(audited.map(({ action }) => action)).toContain('watch');
    const { message } = await stage.discord.slash(stage.member, 'ask', {
      question: 'How many goats were sold?',
    });
    expect(message.text).toContain('Forty goats were sold');
  });

  it('keeps what would be lost, and says so', async () => {
    await stage.folder.remove('ferry.md');
    const warning = await stage.nukuu.logged(
      'changes of the folder are not loaded, since something would be lost',
    );
    expect(warning).toMatchObject({ note: 'articles gone: ferry' });
    const { message } = await stage.discord.slash(stage.member, 'ask', {
      question: 'How many were rescued from the ferry?',
    });
    expect(message.text).toContain('rescued 12 people');
  });
});
