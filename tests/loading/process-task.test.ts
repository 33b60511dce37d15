import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BYTES_DESCRIPTOR, runProcess, type ProcessCallbacks } from '../../src/loading/task.js';

const FILL_THREAD = `new (process.getBuiltinModule('node:worker_threads').Worker)(
  'const all = []; for (;;) all.push([all.length]);',
  { eval: true, resourceLimits: { maxOldGenerationSizeMb: 16 } },
);`;

let dir: string;
let written = 0;

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'nukuu-process-'));
});

afterAll(() => rm(dir, { recursive: true }));

type Handle = (message: unknown, replies: ProcessCallbacks<unknown>) => Promise<void>;

const resolveFirst: Handle = (message, { resolve }) => {
  resolve(message);
  return Promise.resolve();
};

/** A process that runs this code, in which `order` is what it was sent first. */
async function run(code: string, handle: Handle = resolveFirst) {
  written += 1;
  const file = join(dir, `${written}.mjs`);
  const hear = "const [order] = await (await import('node:events')).once(process, 'message');";
  await writeFile(file, `process.once('disconnect', () => process.exit());\n${hear}\n${code}`);
  return runProcess<unknown>(pathToFileURL(file), { staged: new Map([['a.md', 'Text.']]) }, handle);
}

describe('runProcess', () => {
  it('gives what the process says, to which its order came whole', async () => {
    const { result, ended } = await run(
      "process.send([order.staged.get('a.md'), Uint8Array.of(1)], () => process.disconnect());",
    );
    expect(await result).toEqual(['Text.', Uint8Array.of(1)]);
    await ended;
  });

  it('answers, and gives the bytes that the process writes', async () => {
    const length = 300_007;
    const { result, ended } = await run(
      `process.send('ready');
      process.once('message', (byte) => {
        const bytes = Buffer.alloc(${length}, byte);
        const socket = new (process.getBuiltinModule('node:net').Socket)({ fd: ${BYTES_DESCRIPTOR}, readable: false });
        socket.end(bytes, () => process.disconnect());
      });`,
      async (_message, { answer, readBytes, resolve }) => {
        answer(7);
        resolve(await readBytes(length));
      },
    );
    expect(await result).toEqual(new Uint8Array(length).fill(7));
    await ended;
  });

  it.each([
    ['out of memory', "throw new RangeError('Array buffer allocation failed');", 'CORPUS_TOO_LARGE'],
    ['out of memory in one of its threads', FILL_THREAD, 'CORPUS_TOO_LARGE'],
    ['killed by the system', "process.kill(process.pid, 'SIGKILL');", 'CORPUS_TOO_LARGE'],
    ['asked to end by somebody else', "process.kill(process.pid, 'SIGTERM');", 'BUILD_STOPPED'],
    ['mistaken', "throw new Error('a mistake');", 'BUILD_FAILED'],
    ['at its end without a word', 'process.disconnect();', 'BUILD_FAILED'],
  ])('tells that it was %s', async (_name, code, fault) => {
    const { result, ended } = await run(code);
    await expect(result).rejects.toMatchObject({ code: fault });
    await ended;
  });

  it('keeps what it said at its end as the cause', async () => {
    const { result } = await run("throw new Error('a mistake');");
    const message = expect.stringContaining('a mistake') as string;
    await expect(result).rejects.toMatchObject({ cause: { message } });
  });

  it('ends a process of which it cannot use what it made', async () => {
    const { result, ended } = await run('process.send(1); setInterval(() => {}, 1000);', () =>
      Promise.reject(new Error('unknown')),
    );
    await expect(result).rejects.toMatchObject({ code: 'BUILD_FAILED', cause: { message: 'unknown' } });
    await ended;
  });

  it('tells that bytes are missing', async () => {
    const { result } = await run(
      'process.send(1, () => process.disconnect());',
      async (_message, { readBytes }) => {
        await readBytes(1);
      },
    );
    await expect(result).rejects.toMatchObject({ code: 'BUILD_FAILED' });
  });

  it('tells that memory ran out while bytes were written', async () => {
    const { result } = await run(
      `process.send(1);
      const socket = new (process.getBuiltinModule('node:net').Socket)({ fd: ${BYTES_DESCRIPTOR}, readable: false });
      socket.write('half', () => process.kill(process.pid, 'SIGKILL'));`,
      async (_message, { readBytes }) => {
        await readBytes(8);
      },
    );
    await expect(result).rejects.toMatchObject({ code: 'CORPUS_TOO_LARGE' });
  });

  it('tells that it was stopped', async () => {
    const started = await run('setInterval(() => {}, 1000);');
    const failure = expect(started.result).rejects.toMatchObject({ code: 'BUILD_STOPPED' });
    await started.stop();
    await failure;
  });

  it('tells that no process can be started', async () => {
    const { execPath } = process;
    process.execPath = join(dir, 'no-node');
    try {
      const started = await run('');
      await expect(started.result).rejects.toMatchObject({ code: 'BUILD_FAILED', cause: { code: 'ENOENT' } });
      await started.stop();
    } finally {
      process.execPath = execPath;
    }
  });

  it('tells that there is no such program', async () => {
    const { result, ended } = runProcess(pathToFileURL(join(dir, 'none.mjs')), {}, resolveFirst);
    await expect(result).rejects.toMatchObject({ code: 'BUILD_FAILED' });
    await ended;
  });
});
