import { spawn } from 'node:child_process';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LANTERN_CORPUS } from '../support/lantern-corpus.js';
import { makeCorpusFolder, type CorpusFolder } from '../support/start-nukuu.js';
import { readWhy } from './read-why.js';

const DIST = join(import.meta.dirname, '..', '..', 'dist', 'src');

let folder: CorpusFolder;
let dataDir: string;

beforeAll(async () => {
  folder = await makeCorpusFolder(LANTERN_CORPUS);
  dataDir = await mkdtemp(join(tmpdir(), 'nukuu-data-'));
});

afterAll(async () => {
  await folder.dispose();
  await rm(dataDir, { recursive: true });
});

interface Run {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a compiled program with the test's corpus and the given standard input. */
async function run(program: string, args: readonly string[], input = '', corpus = folder.dir): Promise<Run> {
  const child = spawn(process.execPath, [join(DIST, program), ...args], {
    cwd: tmpdir(),
    env: { PATH: process.env['PATH'], CORPUS_DIR: corpus, DATA_DIR: dataDir },
  });
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  child.stdin.end(input);
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { code, stdout, stderr };
}

interface Explained {
  readonly score: number;
  readonly gains: readonly { readonly gain: number }[];
}

describe('ask', () => {
  const ask = (...args: string[]): Promise<Run> => run('cli/ask.js', args);

  it('leaves what the next program starts from', async () => {
    await ask('Who built the bridge?');
    expect((await readdir(dataDir)).map((name) => name.replace(/[0-9a-f]{8}/u, 'HASH')).sort()).toEqual([
      'snapshot-HASH.analyses',
      'snapshot-HASH.nukuu',
    ]);
  });

  it('prints one JSON object with all that a program needs', async () => {
    const { code, stdout, stderr } = await ask('--json', '--limit', '1', 'Who built the bridge?');
    expect([code, stderr]).toEqual([0, '']);
    const answer = JSON.parse(stdout) as Record<string, unknown>;
    const text =
      'The county opened a bridge over the river Athi on Monday morning. Engineer Mwende Kilonzo built it in two years. The bridge cost 40 million shillings.';
    expect(answer).toEqual({
      question: 'Who built the bridge?',
      kind: 'found',
      certain: true,
      answerable: expect.any(Number) as number,
      confidence: expect.any(Number) as number,
      passages: [
        {
          handle: 'bridge#1',
          article: {
            id: 'bridge',
            title: 'Bridge opens over the Athi',
            hasHeadline: true,
            outlet: 'Daily Lantern',
            published: '2023-03-06',
            url: 'https://lantern.example/news/bridge',
            caution: null,
          },
          paragraph: 1,
          paragraphs: 4,
          text,
          answer: { start: text.indexOf('Engineer'), end: text.indexOf(' The bridge cost') },
          score: expect.any(Number) as number,
          alsoIn: [],
          otherFigures: [],
          before: null,
        },
      ],
      unknownTerms: [],
      respelled: [],
      searchedAlso: [],
      missing: [],
      filters: [],
      filtersDropped: false,
      closest: [],
      nearest: [],
      undatedLeftOut: 0,
      corpus: {
        revision: expect.stringMatching(/^[0-9a-f]{7}$/u) as string,
        articles: 3,
        passages: 7,
        from: '2022-11',
        to: '2023-03-06',
      },
    });
  });

  it('exits with 1 when nothing was found', async () => {
    const { code, stdout } = await ask('--json', 'What is the capital of France?');
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({
      kind: 'nothing-found',
      certain: false,
      passages: [],
      unknownTerms: ['capital', 'France'],
    });
  });

  it('says for which word another one was searched', async () => {
    const { stdout } = await ask('--json', 'Who is Engineer Kilonso?');
    expect(JSON.parse(stdout)).toMatchObject({
      kind: 'found',
      passages: [{ handle: 'bridge#1' }],
      respelled: [{ word: 'Kilonso', searched: 'Kilonzo' }],
    });
  });

  it('explains each passage with gains that add up to its score', async () => {
    const { code, stdout } = await ask('--why', '--json', 'Who built the bridge over the Athi?');
    const { passages } = JSON.parse(stdout) as { passages: { score: number; why: Explained }[] };
    expect(code).toBe(0);
    expect(passages.length).toBeGreaterThan(1);
    for (const { score, why } of passages) {
      expect(why.score).toBe(score);
      expect(why.gains.reduce((sum, { gain }) => sum + gain, 0)).toBeCloseTo(score, 9);
      expect(why.gains.map(({ gain }) => gain)).toEqual(
        why.gains.map(({ gain }) => gain).sort((a, b) => b - a),
      );
    }
    expect(passages[0]?.why.gains).toContainEqual({
      kind: 'term',
      word: 'bridge',
      text: 'bridge',
      origin: 'question',
      gain: expect.any(Number) as number,
    });
    expect(passages[0]?.why.gains).toContainEqual({
      kind: 'feature',
      feature: 'sentence',
      value: expect.any(Number) as number,
      gain: expect.any(Number) as number,
    });
  });

  it('prints under each quote how its score came about', async () => {
    const { stdout } = await ask('--why', 'Who built the bridge over the Athi?');
    const explanations = stdout.split('\n\n').filter((part) => part.includes(' scored '));
    expect(explanations.length).toBeGreaterThan(1);
    for (const [i, text] of explanations.entries()) {
      expect(text).toMatch(new RegExp(`^\\[${i + 1}\\] .+\\n(?: {4}.+\\n)+ {4}\\[${i + 1}\\] scored `, 'mu'));
      const { score, amounts } = readWhy(text);
      expect(amounts.reduce((sum, amount) => sum + amount, 0)).toBe(score);
    }
    expect(stdout.trimEnd().split('\n').at(-1)).toMatch(/^Corpus [0-9a-f]{7} · /u);
  });

  it('explains nothing when nothing was found', async () => {
    const { code, stdout } = await ask('--why', 'What is the capital of France?');
    expect(code).toBe(1);
    expect(stdout).not.toContain(' scored ');
  });

  it('lists its options', async () => {
    const { code, stdout } = await ask('--help');
    const options = stdout.match(/^ +--[a-z-]+/gmu)?.map((option) => option.trim());
    expect([code, options]).toEqual([
      0,
      [
        '--corpus',
        '--limit',
        '--outlet',
        '--since',
        '--until',
        '--now',
        '--batch',
        '--no-filters',
        '--closest',
        '--why',
        '--json',
      ],
    ]);
  });

  it.each([
    [['--since', 'soon', 'ferry'], '"soon" is not a date'],
    [['--now', 'soon', 'ferry'], '"soon" is not a time.'],
    [['--batch', 'ferry'], '--batch reads the questions from the standard input'],
    [['--batch', '--outlet', 'Nobody'], 'No article is from "Nobody".'],
    [['--limit', '11', 'ferry'], 'Choose 1 to 10.'],
    [['--outlet', 'Nobody', 'ferry'], 'No article is from "Nobody".'],
    [['--corpus', '/nowhere/at/all', 'ferry'], 'The folder of articles is missing.'],
    [[''], 'Please ask a question'],
    [[], 'error: a question is missing'],
    [['--colour', 'ferry'], "unknown option '--colour'"],
  ])('exits with 2 and a sentence on stderr for %j', async (args, sentence) => {
    const { code, stdout, stderr } = await ask(...args);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(sentence);
    expect(stderr).not.toContain('    at ');
  });

  it('prints the answer for people without colour when it is piped', async () => {
    const { stdout } = await ask('--limit', '1', 'Which night was it that the ferry sank?');
    expect(stdout).toContain('    **A ferry sank on the river Athi on Friday night.** Fishermen rescued 12');
    expect(stdout).toContain('[1] Coast Gazette · Nov 2022 · Ferry sinks: 12 rescued on the Athi · ¶1 of 2');
    expect(stdout).toContain('Caution: The number of people rescued was later corrected to 14.');
    expect(stdout).toContain('https://gazette.example/2022/ferry#:~:text=A%20ferry%20sank%20on,');
    expect(stdout).not.toContain('\u001B');
  });
});

describe('ask --batch', () => {
  const LONG = 'x'.repeat(301);

  it('answers a line at a time, in order, with the fault of a line that cannot be asked', async () => {
    const input = `Who built the bridge?\n\n${LONG}\r\nWhat is the capital of France?`;
    const { code, stdout, stderr } = await run('cli/ask.js', ['--batch', '--json', '--limit', '1'], input);
    expect([code, stderr]).toEqual([0, '']);
    const sentence = 'Please ask a question of 1 to 300 characters.';
    expect(
      stdout
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line) as unknown),
    ).toMatchObject([
      { question: 'Who built the bridge?', kind: 'found', passages: [{ handle: 'bridge#1' }] },
      { question: '', error: { code: 'QUESTION_INVALID', sentence } },
      { question: LONG, error: { code: 'QUESTION_INVALID', sentence } },
      { question: 'What is the capital of France?', kind: 'nothing-found' },
    ]);
  });

  it('prints text without --json, and nothing for no input', async () => {
    const { stdout } = await run('cli/ask.js', ['--batch'], 'Who built the bridge?\n\n');
    expect(stdout).toContain('**Engineer Mwende Kilonzo built it in two years.**');
    expect(stdout).toMatch(/\n\nPlease ask a question of 1 to 300 characters\.\n\n$/u);
    expect(await run('cli/ask.js', ['--batch'])).toEqual({ code: 0, stdout: '', stderr: '' });
  });

  it('applies its options to every question, and counts relative dates from --now', async () => {
    const args = ['--batch', '--json', '--until', 'last year', '--now', '2023-06-14T09:00:00Z'];
    const { stdout } = await run('cli/ask.js', args, 'ferry\nferry market\n');
    const answers = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { undatedLeftOut: number });
    expect(answers.map(({ undatedLeftOut }) => undatedLeftOut)).toEqual([1, 1]);
  });

  it('answers each line before the next is written, and ends quietly when its reader is gone', async () => {
    const child = spawn(process.execPath, [join(DIST, 'cli/ask.js'), '--batch', '--json'], {
      cwd: tmpdir(),
      env: { PATH: process.env['PATH'], CORPUS_DIR: folder.dir, DATA_DIR: dataDir },
    });
    let stderr = '';
    child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
    const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
    const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
    for (const question of ['Who built the bridge?', 'ferry']) {
      child.stdin.write(`${question}\n`);
      const line: IteratorResult<string, unknown> = await lines.next();
      expect(JSON.parse(String(line.value))).toMatchObject({ question });
    }
    child.stdout.destroy();
    child.stdin.on('error', () => undefined);
    child.stdin.write('bridge\nferry\n');
    expect([await ended, stderr]).toEqual([0, '']);
  });
});

describe('source', () => {
  it('prints a passage as JSON', async () => {
    const { code, stdout } = await run('cli/source.js', ['bridge#4', '--json']);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      article: { id: 'bridge', author: 'Amina Wekesa', language: null, tags: [] },
      paragraphs: 4,
      passages: [
        { handle: 'bridge#4', paragraph: 4, text: 'Opponents of the governor stayed away from the opening.' },
      ],
    });
  });

  it('prints a whole article for people', async () => {
    const { stdout } = await run('cli/source.js', ['ferry']);
    expect(stdout).toContain(
      'Coast Gazette · Nov 2022 · author unknown · ¶1–2 of 2 · https://gazette.example/2022/ferry',
    );
    expect(stdout).toContain('¶2\n    The ferry carried maize');
  });

  it.each([['nothing-here'], ['bridge#9']])('exits with 1 for %s', async (handle) => {
    const { code, stdout, stderr } = await run('cli/source.js', [handle]);
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).not.toBe('');
  });

  it('says of a withdrawn article when and why, and exits with 1', async () => {
    const mark = 'withdrawn: { on: 2026-11-22, reason: The outlet took it back. }\n';
    const text = (LANTERN_CORPUS['ferry.md'] ?? '').replace('---\n', `---\n${mark}`);
    const less = await makeCorpusFolder({ ...LANTERN_CORPUS, 'ferry.md': text });
    const { code, stdout, stderr } = await run('cli/source.js', ['ferry#1'], '', less.dir);
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toBe(
      '"Ferry sinks: 12 rescued on the Athi" was withdrawn on 22 Nov 2026 and is no longer quoted. The reason: The outlet took it back.\n',
    );
    await less.dispose();
  });
});

describe('corpus:check', () => {
  it('exits with 0 when every file is fine', async () => {
    const { code, stdout } = await run('cli/corpus-check.js', []);
    expect(code).toBe(0);
    expect(stdout).toContain('3 articles');
  });

  it('prints every problem and exits with 1', async () => {
    const bad = await makeCorpusFolder({
      ...LANTERN_CORPUS,
      'broken.md': '---\ntitle: [one\n---\n\nText.\n',
      'empty.txt': ' \n',
      'picture.png': 'no',
    });
    const { code, stdout } = await run('cli/corpus-check.js', [bad.dir]);
    expect(code).toBe(1);
    expect(stdout).toMatch(/broken\.md, line \d+: /u);
    expect(stdout).toContain('empty.txt: ');
    expect(stdout).toContain('picture.png: ');
    await bad.dispose();
  });

  it('prints the problems of the glossary', async () => {
    const entries = '- en: [bridge]\n  sw: [daraja]\n- en: [ferry]\n';
    const bad = await makeCorpusFolder({ ...LANTERN_CORPUS, 'glossary.yaml': entries });
    const { code, stdout } = await run('cli/corpus-check.js', [bad.dir]);
    expect(code).toBe(1);
    expect(stdout).toMatch(/^1 problem\n• glossary\.yaml, line 3: The entry needs `sw:/mu);
    await bad.dispose();
  });

  it('prints the problems and exits with 1 when no file is fine', async () => {
    const bad = await makeCorpusFolder({ 'a.md': '---\npublished: soon\n---\n\nText.\n', 'b.txt': '' });
    const { code, stdout } = await run('cli/corpus-check.js', [bad.dir]);
    expect(code).toBe(1);
    expect(stdout).toMatch(/^a\.md, line 2: .+\nb\.txt: /mu);
    await bad.dispose();
  });
});

describe('the bot in the terminal', () => {
  const talk = async (...lines: string[]): Promise<string> => {
    const { code, stdout, stderr } = await run('main.js', [], lines.map((line) => `${line}\n`).join(''));
    expect([code, stderr]).toEqual([0, '']);
    return stdout;
  };

  it('prints what it loaded and ends at the end of its input', async () => {
    expect(await talk()).toMatch(/^Corpus [0-9a-f]{7} · 3 articles · Nov 2022 – 6 Mar 2023 · 7 passages\n/u);
  });

  it('answers a line at a time, commands and bare questions alike', async () => {
    const output = await talk(
      'Who built the bridge?',
      '',
      '/ask ferry results:1 outlet:"Coast Gazette" since:2022',
      '/source bridge paragraph:4',
      '/corpus status',
      '/corpus reload',
      '/help',
    );
    const parts = [
      '**Engineer Mwende Kilonzo built it in two years.**',
      '[1] Coast Gazette · Nov 2022',
      '**Opponents of the governor stayed away from the opening.**',
      'Outlets: Coast Gazette (2), Daily Lantern (1)',
      'Reloaded.',
      'I keep nothing of what you ask.',
    ];
    expect(parts.map((part) => output.indexOf(part))).not.toContain(-1);
    expect(output).not.toContain('\u001B');
    expect(output).not.toMatch(/^> /mu);
  });

  it('says what to do about a bad line and goes on', async () => {
    const output = await talk(
      '/drop',
      '/ask ferry results:9',
      '/ask',
      '/source',
      '/corpus reload preview:maybe',
      '/ask ferry why:maybe',
      '/ask ferry now:soon',
      'ferry',
    );
    expect(output).toContain('There is no command /drop. Type /help, or just your question.');
    expect(output).toContain('"9" is not a number of results. Choose 1 to 5.');
    expect(output).toContain('Please ask a question of 1 to 300 characters.');
    expect(output).toContain('Please name an article by its title or id.');
    expect(output).toContain('"preview" is either true or false, so it cannot be "maybe".');
    expect(output).toContain('"why" is either true or false, so it cannot be "maybe".');
    expect(output).toContain('"soon" is not a time. Write 2023-08-16 or 2023-08-16T09:00.');
    expect(output).toContain('A ferry sank');
  });

  it('says why for a question that asks for it', async () => {
    const [asked = '', plain = ''] = (
      await talk('/ask Who built the bridge? why:true results:1', '/ask bridge why:off')
    )
      .split('\n\n**')
      .slice(1);
    const { score, amounts } = readWhy(asked);
    expect(asked).toContain('    [1] scored ');
    expect(amounts.length).toBeGreaterThan(1);
    expect(amounts.reduce((sum, amount) => sum + amount, 0)).toBe(score);
    expect(plain).not.toContain(' scored ');
  });

  it('stops at /quit', async () => {
    expect(await talk('/quit', 'ferry')).not.toContain('A ferry sank');
  });
});
