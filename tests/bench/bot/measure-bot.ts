import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ENGLISH as say } from '../../../src/core/locales/english.js';
import type { LocalDiscord, LocalMember } from '../../support/local-discord/index.js';
import { createAsker, type Asker } from './create-asker.js';
import { askAtSaturation, askSteadily, type LoadResult } from './load.js';
import type { Asked, BotReport, BotStart, Phase } from './render-bot-report.js';
import { timeAnswers } from './time-answers.js';
import { startBot, type Bot, type LogLine } from './start-bot.js';
import { watchLoop, type LoopReading } from './watch-loop.js';
import { writeQuestions } from './write-articles.js';
import { writeCorpus, type CorpusTask } from './write-corpus.js';

export interface BotTask extends CorpusTask {
  readonly perSecond: number;
  readonly steadyMs: number;
  readonly inFlight: number;
  readonly saturationMs: number;
  readonly restMs: number;
}

export interface BotBenchParts {
  readonly task: BotTask;
  readonly discord: LocalDiscord;
  /** An empty folder. */
  readonly folder: string;
  readonly nodeOptions: readonly string[];
  /** Called with every bot that is started. */
  readonly onStart: (bot: Bot) => void;
  readonly log: (line: string) => void;
}

const WARM_UP_QUESTIONS = 300;
const QUESTIONS = 2_000;
/** One in this many articles changes before the smaller reload. */
const FEW = 100;
/** The most log lines of the bot that are shown; the first ones are. */
const MAX_COMPLAINTS = 5;
const RELOAD_TIMEOUT_MS = 10 * 60_000;

/** Starts the bot over a made-up corpus, asks it questions under every load, reloads it and starts it again. */
export async function measureBot(parts: BotBenchParts): Promise<Omit<BotReport, 'machine'>> {
  const { task, discord, folder, log } = parts;
  const corpusDir = join(folder, 'corpus');
  await mkdir(corpusDir);
  const articles = await writeCorpus(corpusDir, task, 1);
  log(`${articles} articles written`);

  const questions = writeQuestions(task.seed, task.passages, QUESTIONS);
  const asker = createAsker(discord, questions);
  const starts: BotStart[] = [];
  const start = async (name: string): Promise<{ bot: Bot; loaded: LogLine }> => {
    const { bot, loaded, ...times } = await startAndAsk(parts, corpusDir, asker);
    starts.push({ name: `${name} (${String(loaded['startedFrom'])})`, ...times });
    log(`${name}: ready after ${times.readyMs.toFixed(0)} ms, answers after ${times.answerMs.toFixed(0)} ms`);
    return { bot, loaded };
  };

  const readDiscordLoop = watchLoop();
  const { bot, loaded } = await start('first');
  await sleep(task.restMs);
  const afterStart = await bot.memory();
  const running = { ...parts, bot, corpusDir, asker, readDiscordLoop };
  const phases = await runLoads(running);
  await sleep(task.restMs);
  const afterReload = await bot.memory();
  phases.push(await runReload(running, `1 in ${FEW} articles is reloaded`, 3, FEW));
  const { complaints } = bot;
  for (const complaint of complaints.slice(0, MAX_COMPLAINTS)) log(JSON.stringify(complaint));
  await bot.stop();
  await (await start('again')).bot.stop();
  log('answers alone');
  const answers = await timeAnswers({
    corpusDir,
    dataDir: placeData(folder),
    warmUp: questions.slice(0, WARM_UP_QUESTIONS),
    questions,
  });

  return {
    answers,
    passages: Number(loaded['passages']),
    articles,
    starts,
    phases,
    memories: [
      { name: `${task.restMs / 1000} s after the start`, memory: afterStart },
      { name: `${task.restMs / 1000} s after all loads and the reload of all articles`, memory: afterReload },
    ],
    violations: [...discord.violations, ...complaints.map(({ msg }) => `the bot complained: ${msg}`)],
  };
}

interface Running extends BotBenchParts {
  readonly bot: Bot;
  readonly corpusDir: string;
  readonly asker: Asker;
  readonly readDiscordLoop: () => LoopReading;
}

async function runLoads(running: Running): Promise<Phase[]> {
  const { task, asker } = running;
  const { perSecond, steadyMs, inFlight, saturationMs } = task;
  for (let i = 0; i < WARM_UP_QUESTIONS; i += 1) await asker.ask();
  const steady = await runPhase(running, `${perSecond} a second`, () =>
    askSteadily({ perSecond, isOver: (elapsedMs) => elapsedMs >= steadyMs, ask: asker.ask }),
  );
  const saturated = await runPhase(running, `${inFlight} at a time`, () =>
    askAtSaturation({ inFlight, forMs: saturationMs, ask: asker.ask }),
  );
  const reloading = await runReload(running, 'all articles are reloaded', 2);
  return [steady, saturated, reloading];
}

/**
 * Changes articles, and asks questions steadily from the reload interaction until its report.
 *
 * @param edition - A different one from that of the articles.
 * @param every - One in this many articles is changed.
 */
async function runReload(running: Running, what: string, edition: number, every = 1): Promise<Phase> {
  const { task, discord, corpusDir, asker, log } = running;
  const { perSecond } = task;
  const changed = await writeCorpus(corpusDir, task, edition, every);
  const manager = discord.member({ permissions: ['ViewChannel', 'SendMessages', 'ManageGuild'] });
  return runPhase(running, `${perSecond} a second while ${what}`, async () => {
    let isDone = false;
    const reloaded = reload(discord, manager, changed).finally(() => {
      isDone = true;
    });
    const [load] = await Promise.all([
      askSteadily({ perSecond, isOver: () => isDone, ask: asker.ask }),
      reloaded,
    ]);
    log(`  reloaded in ${(load.elapsedMs / 1000).toFixed(1)} s`);
    return load;
  });
}

/** @throws If the report gives another number of changed articles. */
async function reload(discord: LocalDiscord, manager: LocalMember, changed: number): Promise<void> {
  const response = await discord.slash(manager, 'corpus', {}, { subcommand: 'reload' });
  const { message } = response;
  const text = await discord.waitFor(() => !message.loading && !isProgress(message.text) && message.text, {
    timeoutMs: RELOAD_TIMEOUT_MS,
    what: 'the report of a reload',
  });
  const lines = text.split('\n');
  if (lines[0] === say.reloaded && lines[1] === say.changed(changed)) return;
  throw new Error(`a reload of ${changed} articles reported: ${lines.slice(0, 3).join(' ')}`);
}

/** True for a progress message of a reload, which ends this way; its report does not. */
function isProgress(text: string): boolean {
  return text.endsWith(' …');
}

async function runPhase(
  { bot, readDiscordLoop, log }: Running,
  name: string,
  load: () => Promise<LoadResult<Asked>>,
): Promise<Phase> {
  log(name);
  const waitedBefore = await bot.waitedMs();
  const { cpuMs: cpuBefore } = await bot.probe();
  readDiscordLoop();
  const { results: asked, elapsedMs, latestMs } = await load();
  const discordLoop = readDiscordLoop();
  const { cpuMs, ...loop } = await bot.probe();
  const waited = await bot.waitedMs();
  log(`  ${asked.length} questions, the latest asked ${latestMs.toFixed(1)} ms after it was due`);
  return {
    ...{ name, asked, elapsedMs, loop, discordLoop },
    cpuMs: cpuMs - cpuBefore,
    waitedMs: waited === null || waitedBefore === null ? null : waited - waitedBefore,
  };
}

interface Started extends Omit<BotStart, 'name'> {
  readonly bot: Bot;
  readonly loaded: LogLine;
}

function placeData(folder: string): string {
  return join(folder, 'data');
}

async function startAndAsk(
  { discord, folder, nodeOptions, onStart }: BotBenchParts,
  corpusDir: string,
  asker: Asker,
): Promise<Started> {
  const env = {
    DISCORD_TOKEN: discord.token,
    DISCORD_API_URL: discord.apiUrl,
    CORPUS_DIR: corpusDir,
    DATA_DIR: placeData(folder),
  };
  const bot = startBot(env, nodeOptions);
  onStart(bot);
  await bot.logged('ready');
  const readyMs = performance.now() - bot.startedAt;
  await bot.logged('commands in line');
  const first = await asker.ask();
  if (first.kind === 'failed') throw new Error(`the first question failed: ${first.reason}`);
  return {
    bot,
    readyMs,
    answerMs: performance.now() - bot.startedAt,
    loaded: await bot.logged('corpus loaded'),
  };
}
