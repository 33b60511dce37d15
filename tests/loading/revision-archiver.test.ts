import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { NO_LOG } from '../../src/core/model/log.js';
import { createArchive } from '../../src/corpus/files/archive.js';
import { hashFiles, statCorpus } from '../../src/corpus/files/input-files.js';
import type { OpenedBuild } from '../../src/loading/builder.js';
import { createRevisionArchiver, type RevisionArchiver } from '../../src/loading/revision-archiver.js';
import { loadArticles, makeArticle } from '../support/fake-corpus.js';
import { PATIENT } from '../support/patience.js';
import { writeFiles } from '../support/write-files.js';

const WORKER = new URL('../../dist/src/loading/worker.js', import.meta.url);

let base: string;
let corpusDir: string;
let archiveDir: string;
let keeper: RevisionArchiver;
const info = vi.fn();
const warn = vi.fn();

beforeEach(async () => {
  base = await mkdtemp(join(tmpdir(), 'nukuu-revisions-'));
  corpusDir = join(base, 'corpus');
  archiveDir = join(base, 'archive');
  await mkdir(corpusDir);
  await writeFiles(corpusDir, { 'a.md': 'The bridge is open.' });
  info.mockReset();
  warn.mockReset();
  keeper = createRevisionArchiver({
    archiveDir,
    corpusDir,
    workerUrl: WORKER,
    log: { ...NO_LOG, info, warn },
  });
});

afterEach(async () => {
  await keeper.close();
  await rm(base, { recursive: true, force: true });
});

/** A corpus of these words, read from the files as they are. */
async function build(text: string): Promise<OpenedBuild> {
  const files = await statCorpus(corpusDir);
  const inputFiles = { ...files, ...hashFiles(corpusDir, files.paths) };
  return { loaded: loadArticles(makeArticle('a', [text])), inputFiles, fallbacks: [] };
}

const listKept = async () =>
  (await createArchive(archiveDir, corpusDir).list()).map(({ revision }) => revision);

describe('keepRevisions', () => {
  it('keeps every corpus that it is given, one after the other', async () => {
    const builds = [await build('One.'), await build('Two.'), await build('Three.')];
    for (const built of builds) keeper.archive(built);
    await vi.waitFor(() => {
      expect(info).toHaveBeenCalledTimes(builds.length);
    }, PATIENT);
    const given = builds.map(({ loaded }) => loaded.corpus.summary.revision);
    expect((await listKept()).sort()).toEqual([...given].sort());
    expect(warn).not.toHaveBeenCalled();
  });

  it('says that nobody can go back to a corpus that could not be kept', async () => {
    await writeFile(archiveDir, 'a file');
    keeper.archive(await build('One.'));
    await vi.waitFor(() => {
      expect(warn).toHaveBeenCalledOnce();
    }, PATIENT);
    expect(warn.mock.calls[0]?.[0]).toContain('nobody can go back to it');
    expect(warn.mock.calls[0]?.[1]).toMatchObject({ reason: 'ENOTDIR' });
  });

  it('says which file has changed since it was read', async () => {
    const built = await build('One.');
    await writeFiles(corpusDir, { 'a.md': 'The bridge is shut.' });
    keeper.archive(built);
    await vi.waitFor(() => {
      expect(info).toHaveBeenCalledOnce();
    }, PATIENT);
    expect(info.mock.calls[0]?.[1]).toMatchObject({ file: 'a.md' });
    expect(await listKept()).toEqual([]);
  });

  it('stops at once when it is closed, without a word, and keeps nothing more', async () => {
    const [one, two] = [await build('One.'), await build('Two.')];
    keeper.archive(one);
    keeper.archive(two);
    await keeper.close();
    expect(warn).not.toHaveBeenCalled();
    expect(await listKept()).not.toContain(two.loaded.corpus.summary.revision);
  });
});
