import { createAnalyzer } from '../analysis/analyzer.js';
import { defineProgram, runProgram } from '../cli/run-program.js';
import { dayInNairobi } from '../core/model/partial-date.js';
import { askKind, type Failure, type KindResult, readKinds } from './member-questions.js';

interface Flags {
  readonly kind?: readonly string[];
  readonly verbose?: boolean;
  readonly json?: boolean;
}

const NO_BACKGROUND = '-';

await runProgram(async () => {
  const program = defineProgram(
    'eval:questions',
    "Asks members' questions, kind by kind, and counts the right answers.",
  )
    .argument('<set>', 'folder of kinds, each with README, corpus/ and questions.tsv')
    .argument('<background>', `folder of articles beside each corpus; ${NO_BACKGROUND} for none`)
    .option('--kind <names...>', 'only these kinds')
    .option('-v, --verbose', 'print each failure')
    .option('--json', 'print one JSON object')
    .parse();
  const { kind = [], verbose = false, json = false } = program.opts<Flags>();
  const [set = '', background = NO_BACKGROUND] = program.args;
  const parts = {
    backgroundDir: background === NO_BACKGROUND ? null : background,
    today: dayInNairobi(Date.now()),
    analyzer: createAnalyzer(),
  };
  const results: Record<string, KindResult> = {};
  for (const each of await readKinds(set, kind)) {
    const result = await askKind(each, parts);
    results[each.name] = result;
    if (!json) process.stdout.write(renderKind(each.name, result, verbose));
  }
  const total = addUp(Object.values(results));
  process.stdout.write(
    json ? `${JSON.stringify({ total, kinds: results }, null, 2)}\n` : renderRow('total', total),
  );
  return 0;
});

type Count = Pick<KindResult, 'right' | 'all'>;

function addUp(results: readonly Count[]): Count {
  const sum = (name: keyof Count): number => results.reduce((total, each) => total + each[name], 0);
  return { right: sum('right'), all: sum('all') };
}

function renderKind(name: string, result: KindResult, isVerbose: boolean): string {
  return renderRow(name, result) + (isVerbose ? result.failures.map(renderFailure).join('') : '');
}

function renderRow(name: string, { right, all }: Count): string {
  return `${name.padEnd(20)}${`${right}/${all}`.padStart(10)}\n`;
}

function renderFailure({ question, judgement, handles, wantsAll, text, mistake, answer }: Failure): string {
  const wanted = [judgement, handles.join(wantsAll ? '+' : '|'), text && `"${text}"`]
    .filter(Boolean)
    .join(' ');
  const lines = [`  ${question}`, `      ${wanted}: ${mistake}`];
  if (answer) {
    const { kind, certain, confidence, first, marked, unknownTerms } = answer;
    const head = `${kind}${certain ? '' : ', uncertain'} ${confidence.toFixed(2)}`;
    const unknown = unknownTerms.length === 0 ? [] : [`unknown: ${unknownTerms.join(', ')}`];
    lines.push(`      ${[head, ...first, marked && `"${marked}"`, ...unknown].filter(Boolean).join(' · ')}`);
  }
  return `${lines.join('\n')}\n`;
}
