import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { PartialDate } from '../../src/core/model/partial-date.js';
import { askKind, readKinds } from '../../src/eval/member-questions.js';
import { shareAnalyzer } from '../support/fake-corpus.js';

const SET = join(import.meta.dirname, 'member-set');
const LOADING_URL = new URL('../../dist/src/loading/', import.meta.url);
const PARTS = {
  backgroundDir: null,
  today: '2024-12-31' as PartialDate,
  analyzer: shareAnalyzer(),
  loadingUrl: LOADING_URL,
};

it('answers the questions of the small set as expected-questions.json tells', async () => {
  const expected = JSON.parse(
    await readFile(join(import.meta.dirname, 'expected-questions.json'), 'utf8'),
  ) as unknown;
  const counts: Record<string, string> = {};
  for (const kind of await readKinds(SET)) {
    const { right, all } = await askKind(kind, PARTS);
    counts[kind.name] = `${right}/${all}`;
  }
  expect(counts).toEqual(expected);
});

describe('a set', () => {
  /** Writes a set of one kind and returns its folder. */
  const writeSet = async (questions: string, readme = ''): Promise<string> => {
    const dir = await mkdtemp(join(tmpdir(), 'nukuu-set-'));
    const corpus = join(dir, 'herons', 'corpus');
    await mkdir(corpus, { recursive: true });
    await writeFile(
      join(corpus, 'heron.md'),
      '# Herons\n\nA heron called Wekhomba lives at Budalangi pond.\n',
    );
    await writeFile(join(dir, 'herons', 'README'), readme);
    await writeFile(join(dir, 'herons', 'questions.tsv'), questions);
    return dir;
  };

  it('is read with its clock, and without comments and blank lines', async () => {
    const dir = await writeSet(
      '## birds\n\nWhich heron?\theron#1\nWho?\tnone\t\trefuse\n',
      'Herons.\nnow: 2024-03-01T22:00:00Z\nbackground: none\n',
    );
    const [kind] = await readKinds(dir);
    expect(kind).toMatchObject({ name: 'herons', hasBackground: false, askedOn: '2024-03-02' });
    expect(kind?.questions).toEqual([
      { question: 'Which heron?', handles: ['heron#1'], wantsAll: false, text: '', judgement: 'answer' },
      { question: 'Who?', handles: [], wantsAll: false, text: '', judgement: 'refuse' },
    ]);
    await rm(dir, { recursive: true });
  });

  it('reports what came out of each failure, also of a question that cannot be asked', async () => {
    const dir = await writeSet(`Which heron lives at Budalangi?\theron#2\n${'x'.repeat(301)}\theron#1\n`);
    const [kind] = await readKinds(dir, ['herons']);
    if (!kind) throw new Error('the kind is missing');
    const { right, all, failures } = await askKind(kind, PARTS);
    expect([right, all]).toEqual([0, 2]);
    expect(failures).toMatchObject([
      { mistake: 'not among the passages', answer: { kind: 'found', first: ['heron#1'] } },
      { mistake: 'fault: QUESTION_INVALID', answer: null },
    ]);
    await rm(dir, { recursive: true });
  });

  it.each([
    ['Who?\n', [], 'questions.tsv, line 1'],
    ['Who?\theron#1\t\tperhaps\n', [], 'questions.tsv, line 1'],
    ['', ['egrets'], 'no kind "egrets"'],
  ])('of %j with the kinds %j is refused', async (questions, only, detail) => {
    const dir = await writeSet(questions);
    await expect(readKinds(dir, only)).rejects.toMatchObject({
      code: 'EVAL_SET_INVALID',
      facts: { detail: expect.stringContaining(detail) as string },
    });
    await rm(dir, { recursive: true });
  });

  it('that is missing is refused', async () => {
    await expect(readKinds('/nowhere')).rejects.toMatchObject({ code: 'EVAL_SET_INVALID' });
  });
});
