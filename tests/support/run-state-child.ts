import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';

/** The compiled module, as the bot runs it; `npx tsc -b` makes it. */
const OPEN_STATE = join(import.meta.dirname, '../../dist/src/state/open-state.js');

/** Another process that has a state open. */
export interface StateChild {
  readonly process: ChildProcess;
  /** Waits for a line that the process writes. */
  nextLine(): Promise<string>;
}

/**
 * Runs a script in another process.
 *
 * @param script - Knows `openState`, `url`, `say(line)` and `hear()`, which waits for a line from {@link StateChild.process}.
 */
export function runStateChild(url: string, script: string): StateChild {
  if (!existsSync(OPEN_STATE)) throw new Error('compile first: npx tsc -b');
  const source = `
    import { createInterface } from 'node:readline';
    import { openState } from ${JSON.stringify(pathToFileURL(OPEN_STATE).href)};
    const url = ${JSON.stringify(url)};
    const lines = createInterface({ input: process.stdin })[Symbol.asyncIterator]();
    const say = (line) => process.stdout.write(line + '\\n');
    const hear = async () => (await lines.next()).value;
    ${script}
    process.exit();`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', source], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    process: child,
    nextLine: async () => {
      const line: IteratorResult<string, unknown> = await lines.next();
      if (line.done) throw new Error('the process has ended');
      return line.value;
    },
  };
}

/** Runs scripts in processes that start together. @returns The JSON that each of them says, in their order. */
export async function runTogether(url: string, scripts: readonly string[]): Promise<unknown[]> {
  const children = scripts.map((script) => runStateChild(url, `say('ready'); await hear(); ${script}`));
  for (const child of children) await child.nextLine();
  for (const child of children) child.process.stdin?.write('go\n');
  return Promise.all(children.map(async (child) => JSON.parse(await child.nextLine()) as unknown));
}

/** Kills a process as a power cut would, and waits until it is gone. */
export async function kill({ process }: StateChild): Promise<void> {
  const gone = once(process, 'exit');
  process.kill('SIGKILL');
  await gone;
}
