import { rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Command, InvalidArgumentError } from 'commander';
import { format } from 'prettier';
import { RESPONSE_DEADLINE_MS, startLocalDiscord } from '../support/local-discord/index.js';
import { measureBot } from './bot/measure-bot.js';
import { isSound, listFailures, renderBotReport } from './bot/render-bot-report.js';
import type { Bot } from './bot/start-bot.js';
import { describeMachine } from './describe-machine.js';
import { DOCUMENT, writeDocument } from './write-document.js';

const SEED = 1;
const MARK = 'bench:bot';

interface Flags {
  readonly passages: number;
  readonly rate: number;
  readonly seconds: number;
  readonly inFlight: number;
  readonly saturationSeconds: number;
  readonly restSeconds: number;
  readonly cpuProf?: string;
  readonly write?: boolean;
}

const program = new Command('bench:bot')
  .description('Measures the whole bot over a local Discord: latency, pauses, memory and start.')
  .option('--passages <n>', 'size of the made-up corpus', readNumber, 100_000)
  .option('--rate <n>', 'questions a second', readNumber, 50)
  .option('--seconds <n>', 'how long it is asked at that rate', readNumber, 30)
  .option('--in-flight <n>', 'questions under way at saturation', readNumber, 32)
  .option('--saturation-seconds <n>', 'how long it is asked at saturation', readNumber, 15)
  .option('--rest-seconds <n>', 'how long it rests before memory is read', readNumber, 10)
  .option('--cpu-prof <folder>', 'put profiles of the bot there')
  .option('--write', `put the report into ${DOCUMENT}`)
  .parse();
const flags = program.opts<Flags>();

const discord = await startLocalDiscord({
  responseDeadlineMs: RESPONSE_DEADLINE_MS,
  // Gives fractions of a millisecond.
  now: () => performance.timeOrigin + performance.now(),
});
const folder = await mkdtemp(join(tmpdir(), 'nukuu-bench-'));
const bots: Bot[] = [];
process.once('exit', () => {
  for (const bot of bots) bot.kill();
  rmSync(folder, { recursive: true, force: true });
});
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));

const measured = await measureBot({
  task: {
    seed: SEED,
    passages: flags.passages,
    perSecond: flags.rate,
    steadyMs: flags.seconds * 1000,
    inFlight: flags.inFlight,
    saturationMs: flags.saturationSeconds * 1000,
    restMs: flags.restSeconds * 1000,
  },
  discord,
  folder,
  nodeOptions: flags.cpuProf === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${resolve(flags.cpuProf)}`],
  onStart: (bot) => bots.push(bot),
  log: (line) => process.stderr.write(`${line}\n`),
});
await discord.close();

const report = { machine: describeMachine(), ...measured };
const markdown = renderBotReport(report);
process.stdout.write(await format(markdown, { parser: 'markdown' }));
for (const failure of listFailures(report)) process.stderr.write(`${failure}\n`);
if (flags.write) await writeDocument(MARK, markdown);
process.exitCode = isSound(report) ? 0 : 1;

function readNumber(text: string): number {
  const number = Number(text);
  if (!(number > 0)) throw new InvalidArgumentError('not a number above 0');
  return number;
}
