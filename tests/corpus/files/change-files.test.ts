import { execFileSync, spawn } from 'node:child_process';
import {
  chmod,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  readlink,
  rm,
  stat,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { FileChange } from '../../../src/core/model/desk.js';
import { applyChanges, recoverChanges } from '../../../src/corpus/files/change-files.js';
import { createCorpusFiles } from '../../../src/corpus/files/corpus-files.js';
import { DISK, type Disk } from '../../../src/corpus/files/disk.js';
import { DONE_FILE, JOURNAL_FILE } from '../../../src/corpus/files/journal.js';
import { emptyFolder, type Files, readFiles, writeFiles } from '../../support/write-files.js';

const DIST = join(import.meta.dirname, '..', '..', '..', 'dist', 'src', 'corpus', 'files');
const NO_PROCESS = 2 ** 22 + 1;

let base: string;
let dir: string;

beforeEach(async () => {
  base = await mkdtemp(join(tmpdir(), 'nukuu-change-'));
  dir = join(base, 'corpus');
  await mkdir(dir);
});

afterEach(() => rm(base, { recursive: true, force: true }));

const OLD: Files = { 'a.md': 'Old a.', 'b/c.txt': 'Old c.', 'd.html': 'Old d.' };
const CHANGES: readonly FileChange[] = [
  { file: 'a.md', text: 'New a, which is longer.' },
  { file: 'b/c.txt', text: 'New c.' },
  { file: 'd.html', text: null },
  { file: 'e/f/g.md', text: 'New g.' },
];
const NEW: Files = { 'a.md': 'New a, which is longer.', 'b/c.txt': 'New c.', 'e/f/g.md': 'New g.' };

const write = (files: Files): Promise<void> => writeFiles(dir, files);
const list = (): Promise<Files> => readFiles(dir);

async function startAnew(): Promise<void> {
  await emptyFolder(dir);
  await write(OLD);
}

const listFolders = async () =>
  (await readdir(dir, { recursive: true, withFileTypes: true })).filter((entry) => entry.isDirectory())
    .length;

/** What changes the disk; the others look at it. */
const ACTS = [
  'create',
  'linkOrCopy',
  'rename',
  'remove',
  'makeFolder',
  'removeFolder',
  'syncFolder',
] as const;

/** A disk that waits for nothing, and calls `before` with the number of each act, from 1, and its name. */
function countActs(before: (act: number, name: (typeof ACTS)[number]) => void): Disk {
  let acts = 0;
  const quick: Disk = {
    ...DISK,
    create: (path, bytes, { mode } = {}) =>
      writeFile(path, bytes, { flag: 'wx', ...(mode === undefined ? {} : { mode }) }),
    syncFolder: () => Promise.resolve(),
  };
  const counted = ACTS.map((name) => {
    const act = quick[name] as (...args: unknown[]) => Promise<void>;
    return [
      name,
      async (...args: unknown[]) => {
        acts += 1;
        before(acts, name);
        await act(...args);
      },
    ];
  });
  return { ...quick, ...(Object.fromEntries(counted) as Partial<Disk>) };
}

const fail = (code: string): never => {
  throw Object.assign(new Error(code), { code });
};

/** A disk that does nothing any more from an act on: as far as the folder can tell, the process was killed. */
const dieAt = (last: number): Disk => countActs((act) => act < last || fail('KILLED'));

async function countAll(run: (disk: Disk) => Promise<void>): Promise<number> {
  let all = 0;
  await run(countActs((act) => (all = act)));
  return all;
}

const unwritten = (detail: unknown): unknown =>
  expect.objectContaining({ code: 'CHANGE_UNWRITTEN', facts: { detail } });

describe('applyChanges', () => {
  it('writes and removes files, makes folders, and leaves nothing besides', async () => {
    await write(OLD);
    await applyChanges(dir, CHANGES);
    expect(await list()).toEqual(NEW);
  });

  it('keeps every byte of a text', async () => {
    const text = '\uFEFF---\r\na: “é”\r---\n\u0000👍';
    await applyChanges(dir, [{ file: 'a.md', text }]);
    expect(await readFile(join(dir, 'a.md'), 'utf8')).toBe(text);
  });

  it('keeps the permissions of a file', async () => {
    await write(OLD);
    await chmod(join(dir, 'a.md'), 0o640);
    await applyChanges(dir, CHANGES);
    expect((await stat(join(dir, 'a.md'))).mode & 0o777).toBe(0o640);
  });

  it('does not touch a file that holds the text already, nor miss one that is to be removed', async () => {
    await write(OLD);
    const before = await stat(join(dir, 'a.md'));
    await applyChanges(dir, [
      { file: 'a.md', text: 'Old a.' },
      { file: 'x.md', text: null },
      { file: 'x/y.md', text: null },
    ]);
    expect(await list()).toEqual(OLD);
    expect((await stat(join(dir, 'a.md'))).ino).toBe(before.ino);
  });

  it.each([
    '../x.md',
    'b/../../x.md',
    '/etc/x.md',
    './x.md',
    'b//x.md',
    '',
    '.hidden.md',
    '.git/x.md',
    'b\\..\\x.md',
    'x.md\0',
    'x.exe',
    'b',
    JOURNAL_FILE,
    'out/x.md',
    'out.md',
    'gone.md',
  ])('refuses %j, and changes nothing', async (file) => {
    await write(OLD);
    await mkdir(join(base, 'outside'));
    await writeFile(join(base, 'x.md'), 'Mine.');
    await symlink(join(base, 'outside'), join(dir, 'out'));
    await symlink(join(base, 'x.md'), join(dir, 'out.md'));
    await symlink('nowhere.md', join(dir, 'gone.md'));
    const act = applyChanges(dir, [CHANGES[0] ?? { file, text: '' }, { file, text: 'No.' }]);
    await expect(act).rejects.toMatchObject({ code: 'CHANGE_UNWRITTEN' });
    expect(await readFile(join(dir, 'a.md'), 'utf8')).toBe('Old a.');
    expect(await readFile(join(base, 'x.md'), 'utf8')).toBe('Mine.');
    expect(await readdir(join(base, 'outside'))).toEqual([]);
  });

  it('writes where a link in the folder leads, and the link stays', async () => {
    await write({ '.v1/a.md': 'Old.' });
    await symlink('.v1/a.md', join(dir, 'a.md'));
    await applyChanges(dir, [{ file: 'a.md', text: 'New.' }]);
    expect(await readlink(join(dir, 'a.md'))).toBe('.v1/a.md');
    expect(await readFile(join(dir, '.v1/a.md'), 'utf8')).toBe('New.');
  });

  it('says so when there is no such folder', async () => {
    await expect(applyChanges(join(base, 'none'), CHANGES)).rejects.toMatchObject({ code: 'CORPUS_MISSING' });
  });

  it.each(['ENOSPC', 'EROFS', 'EACCES'])(
    'leaves the folder as it was when any act fails with %s',
    async (code) => {
      await startAnew();
      const all = await countAll((disk) => applyChanges(dir, CHANGES, { disk }));
      expect(all).toBeGreaterThan(20);
      let refused = 0;
      for (let last = 1; last <= all; last += 1) {
        await startAnew();
        const folders = await listFolders();
        const disk = countActs((act) => act !== last || fail(code));
        const fault: unknown = await applyChanges(dir, CHANGES, { disk }).then(
          () => null,
          (error: unknown) => error,
        );
        await recoverChanges(dir);
        expect(await list()).toEqual(fault === null ? NEW : OLD);
        if (fault === null) continue;
        refused += 1;
        expect(fault).toEqual(unwritten(code));
        expect(await listFolders()).toBe(folders);
      }
      expect(refused).toBeGreaterThan(15);
    },
  );

  it('undoes what was done at once when the disk is full in the middle', async () => {
    await write(OLD);
    let renames = 0;
    const disk = countActs((_act, name) => {
      // The first is the journal's.
      if (name === 'rename' && (renames += 1) === 3) fail('ENOSPC');
    });
    await expect(applyChanges(dir, CHANGES, { disk })).rejects.toEqual(unwritten('ENOSPC'));
    expect(await list()).toEqual(OLD);
  });

  it('fails on a disk that is full, and leaves what there was', async ({ skip }) => {
    try {
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'none', dir], { stdio: 'ignore' });
    } catch {
      skip('a small disk cannot be mounted here');
    }
    try {
      await write(OLD);
      const changes = [...CHANGES, { file: 'h.md', text: 'x'.repeat(100_000) }];
      await expect(applyChanges(dir, changes)).rejects.toEqual(unwritten('ENOSPC'));
      expect(await list()).toEqual(OLD);
      await applyChanges(dir, CHANGES);
      expect(await list()).toEqual(NEW);
    } finally {
      execFileSync('umount', [dir]);
    }
  });
});

describe('a change that was killed', () => {
  it('is all there or not at all after the next start, wherever it was killed, and that start, too', async () => {
    await startAnew();
    const all = await countAll((disk) => applyChanges(dir, CHANGES, { disk }));
    const seen = new Set<string>();
    for (let last = 1; last <= all; last += 1) {
      const crash = async (): Promise<void> => {
        await startAnew();
        await applyChanges(dir, CHANGES, { disk: dieAt(last) }).catch(() => undefined);
      };
      await crash();
      const recovery = await countAll((disk) => recoverChanges(dir, disk));
      const expected = JSON.stringify(await list());
      seen.add(expected);
      for (let second = 1; second <= recovery; second += 1) {
        await crash();
        await recoverChanges(dir, dieAt(second)).catch(() => undefined);
        await recoverChanges(dir);
        expect(JSON.stringify(await list())).toBe(expected);
      }
    }
    expect([...seen]).toEqual([JSON.stringify(OLD), JSON.stringify(NEW)]);
  });

  it('is undone by the next change', async () => {
    await write(OLD);
    await applyChanges(dir, CHANGES, { disk: dieAt(14) }).catch(() => undefined);
    expect(await list()).not.toEqual(OLD);
    await applyChanges(dir, [{ file: 'a.md', text: 'Again.' }]);
    expect(await list()).toEqual({ ...OLD, 'a.md': 'Again.' });
  });

  it('takes nothing away that was written after it', async () => {
    await write(OLD);
    await applyChanges(dir, CHANGES, { disk: dieAt(22) }).catch(() => undefined);
    expect((await list())['a.md']).toBe(NEW['a.md']);
    await writeFile(join(dir, 'a.md'), 'By hand.');
    await writeFile(join(dir, 'd.html'), 'By hand, too.');
    await recoverChanges(dir);
    expect(await list()).toEqual({ ...OLD, 'a.md': 'By hand.', 'd.html': 'By hand, too.' });
  });

  it('is all there or not at all when the process is killed for good at any act', async () => {
    const script = `
      import { open } from 'node:fs/promises';
      const [, dist, dir, changes, last] = process.argv;
      const { applyChanges } = await import(dist + '/change-files.js');
      const { DISK } = await import(dist + '/disk.js');
      let acts = 0;
      const disk = { ...DISK };
      for (const name of ${JSON.stringify(ACTS)}) disk[name] = async (path, bytes, ...rest) => {
        acts += 1;
        if (acts === Number(last)) {
          if (name === 'create') await (await open(path, 'wx')).write(bytes.subarray(0, bytes.length / 2));
          process.kill(process.pid, 'SIGKILL');
          await new Promise(() => setInterval(() => {}, 1000));
        }
        return DISK[name](path, bytes, ...rest);
      };
      await applyChanges(dir, JSON.parse(changes), { disk });`;
    const run = async (last: number): Promise<NodeJS.Signals | null> => {
      const args = [pathToFileURL(DIST).href, dir, JSON.stringify(CHANGES), String(last)];
      const child = spawn(process.execPath, ['--input-type=module', '-e', script, ...args], {
        stdio: 'inherit',
      });
      return new Promise((resolve) =>
        child.once('exit', (_code, signal) => {
          resolve(signal);
        }),
      );
    };
    const outcomes: string[] = [];
    for (let last = 1; ; last += 1) {
      await startAnew();
      const signal = await run(last);
      await recoverChanges(dir);
      outcomes.push(JSON.stringify(await list()));
      if (signal === null) break;
    }
    expect(outcomes.length).toBeGreaterThan(20);
    expect(outcomes.at(-1)).toBe(JSON.stringify(NEW));
    expect(new Set(outcomes)).toEqual(new Set([JSON.stringify(OLD), JSON.stringify(NEW)]));
  });
});

describe('the journal', () => {
  const journal = (facts: object): string =>
    JSON.stringify({ pid: NO_PROCESS, at: Date.now(), folders: [], steps: [], ...facts });
  const step = (path: string) => ({ path, hash: null, fresh: `${path}.new`, old: `${path}.old` });

  it('of another process that runs is left to it, and a change waits', async () => {
    await write({ ...OLD, [JOURNAL_FILE]: journal({ pid: process.ppid }) });
    await recoverChanges(dir);
    await expect(applyChanges(dir, CHANGES)).rejects.toEqual(unwritten('EBUSY'));
    expect(await list()).toMatchObject({ ...OLD, [JOURNAL_FILE]: expect.any(String) as unknown });
  });

  it.each([
    ['has ended', {}],
    ["has another one's number", { pid: process.ppid, at: 0 }],
    ['is this one', { pid: process.pid }],
  ])('of a process that %s is undone', async (_name, facts) => {
    await write({ ...OLD, [JOURNAL_FILE]: journal(facts) });
    await recoverChanges(dir);
    expect(await list()).toEqual(OLD);
  });

  it.each([
    ['leads out', journal({ steps: [step('../x.md')], folders: [] })],
    ['leads out by a link', journal({ steps: [step('out/x.md')] })],
    ['is none', '[]'],
    ['is cut short', '{"pid":'],
  ])('that %s does no harm', async (_name, text) => {
    await mkdir(join(base, 'outside'));
    for (const folder of [base, join(base, 'outside')]) await writeFile(join(folder, 'x.md.old'), 'Mine.');
    await write({ [JOURNAL_FILE]: text, [DONE_FILE]: text });
    await symlink(join(base, 'outside'), join(dir, 'out'));
    await recoverChanges(dir);
    await applyChanges(dir, CHANGES);
    expect(await readdir(base)).toEqual(['corpus', 'outside', 'x.md.old']);
    expect(await readdir(join(base, 'outside'))).toEqual(['x.md.old']);
  });
});

describe('the files of a corpus', () => {
  it('are changed by one at a time', async () => {
    await write(OLD);
    const files = createCorpusFiles(dir);
    const texts = Array.from({ length: 10 }, (_, i) => `Text ${i}.`);
    const changes = texts.map((text, i) =>
      files.apply([
        { file: 'a.md', text },
        { file: `n${i}.md`, text },
      ]),
    );
    const refused = files.apply([{ file: '../x.md', text: '' }]);
    await expect(refused).rejects.toMatchObject({ code: 'CHANGE_UNWRITTEN' });
    await Promise.all(changes);
    const after = await list();
    expect(after['a.md']).toBe('Text 9.');
    expect(Object.keys(after)).toHaveLength(3 + 10);
  });

  it('are read with their byte order mark and line ends', async () => {
    const files = createCorpusFiles(dir);
    await write({ 'a.md': '\uFEFFA\r\n', 'glossary.yaml': '- en: [a]\n' });
    expect(await files.readFileText('a.md')).toBe('\uFEFFA\r\n');
    expect(await files.readFileText('glossary.yaml')).toBe('- en: [a]\n');
    expect(await files.readFileText('b.md')).toBeNull();
    expect(await files.readFileText('../a.md')).toBeNull();
  });

  it('are read in the encoding that a page declares', async () => {
    const page = '<meta charset="windows-1252"><p>Caf\u00e9 \u20ac</p>';
    await writeFile(join(dir, 'a.html'), Buffer.from(page.replace('\u20ac', '\x80'), 'latin1'));
    expect(await createCorpusFiles(dir).readFileText('a.html')).toBe(page);
  });

  it.each([
    ['not UTF-8', [0x61, 0x0a, 0xff], { line: 2, code: 'FILE_NOT_UTF_8' }],
    ['UTF-16', [0xff, 0xfe, 0x61, 0x00], { line: 1, code: 'FILE_UTF_16' }],
    ['binary', [0x61, 0x00], { line: null, code: 'FILE_BINARY' }],
  ])('are refused when they are %s', async (_name, bytes, problem) => {
    await writeFile(join(dir, 'a.md'), Buffer.from(bytes));
    const act = createCorpusFiles(dir).readFileText('a.md');
    const problems = [{ file: 'a.md', facts: {}, ...problem }];
    await expect(act).rejects.toMatchObject({ code: 'ARTICLE_UNREADABLE', problems });
  });
});
