import boundaries from 'eslint-plugin-boundaries';
import tseslint from 'typescript-eslint';

/** Who may import what: each room's own packages and the rooms it may reach. `*` is every package. */
export const IMPORTS = {
  core: { rooms: ['core'], packages: [] },
  analysis: {
    rooms: ['core', 'analysis'],
    packages: [
      'node:module',
      'chrono-node',
      'wink-nlp',
      'wink-eng-lite-web-model',
      'wink-porter2-stemmer',
      'stopword',
    ],
  },
  engine: { rooms: ['core', 'engine'], packages: ['node:*', 'wink-bm25-text-search'] },
  corpus: {
    rooms: ['core', 'corpus'],
    packages: [
      'node:*',
      'chokidar',
      'zod',
      'yaml',
      'linkedom',
      '@mozilla/readability',
      'mdast',
      'mdast-util-*',
      'micromark-extension-*',
      'unpdf',
    ],
  },
  snapshot: { rooms: ['core', 'snapshot'], packages: ['node:*'] },
  state: { rooms: ['core', 'state'], packages: ['node:*', '@libsql/client', 'drizzle-orm', 'zod'] },
  fetch: { rooms: ['core', 'fetch'], packages: ['node:*', 'undici', 'ipaddr.js', 'feedsmith'] },
  http: { rooms: ['core', 'http'], packages: ['node:*', 'prom-client'] },
  discord: {
    rooms: ['core', 'discord'],
    packages: ['discord.js', 'diff', 'node:timers', 'rate-limiter-flexible'],
  },
  commands: { rooms: ['core', 'discord', 'commands'], packages: ['discord.js'] },
  cli: { rooms: ['core', 'config', 'app', 'cli'], packages: ['node:*', 'commander', 'dotenv'] },
  eval: {
    rooms: ['core', 'analysis', 'config', 'app', 'cli', 'eval'],
    packages: ['node:*', 'commander', 'dotenv'],
  },
  config: { rooms: ['core', 'config'], packages: ['node:*', 'zod'] },
  app: {
    rooms: ['core', 'analysis', 'engine', 'corpus', 'snapshot', 'state', 'fetch', 'config', 'app'],
    packages: ['node:*', 'pino'],
  },
  entry: {
    rooms: [
      'core',
      'analysis',
      'engine',
      'corpus',
      'snapshot',
      'state',
      'fetch',
      'http',
      'discord',
      'commands',
      'cli',
      'eval',
      'config',
      'app',
    ],
    packages: ['*', 'node:*'],
  },
};

const ROOMS = [
  { category: 'core', pattern: 'src/core/**' },
  { category: 'analysis', pattern: 'src/analysis/**' },
  { category: 'engine', pattern: 'src/engines/**' },
  { category: 'corpus', pattern: 'src/corpus/**' },
  { category: 'snapshot', pattern: 'src/snapshot/**' },
  { category: 'state', pattern: 'src/state/**' },
  { category: 'fetch', pattern: 'src/fetch/**' },
  { category: 'http', pattern: 'src/http/**' },
  { category: 'discord', pattern: 'src/discord/**' },
  { category: 'cli', pattern: 'src/cli/**' },
  { category: 'eval', pattern: 'src/eval/**' },
  { category: 'commands', pattern: 'commands/**' },
  { category: 'config', pattern: 'src/config.ts' },
  { category: 'app', pattern: ['src/app.ts', 'src/desk/**', 'src/loading/**'] },
  { category: 'entry', pattern: 'src/main.ts' },
];

const importTable = Object.entries(IMPORTS).map(([room, { rooms, packages }]) => ({
  from: { file: { categories: room } },
  allow: [
    ...rooms.map((other) => ({ to: { file: { categories: other } } })),
    ...packages.map((source) => ({ to: { module: { source } } })),
  ],
}));

export default tseslint.config(
  { ignores: ['dist/', 'data/', '**/*.cjs'] },
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: {
      parserOptions: {
        projectService: { allowDefaultProject: ['eslint.config.js', 'vitest.config.ts'] },
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      eqeqeq: 'error',
    },
  },
  {
    files: ['src/**/*.ts', 'commands/**/*.ts'],
    plugins: { boundaries },
    settings: {
      'boundaries/files': ROOMS,
      'import/resolver': { [`${import.meta.dirname}/eslint-import-resolver.cjs`]: {}, node: {} },
    },
    rules: {
      'boundaries/dependencies': [
        'error',
        { default: 'disallow', checkAllOrigins: true, policies: importTable },
      ],
      'boundaries/no-unknown-dependencies': 'error',
      'boundaries/no-unknown-files': 'error',
    },
  },
  {
    files: ['src/**/*.ts', 'commands/**/*.ts'],
    ignores: ['src/main.ts', 'src/cli/*.ts'],
    rules: {
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'env', message: 'Only entry points read the environment.' },
      ],
    },
  },
  {
    files: ['src/core/**/*.ts'],
    rules: {
      'no-restricted-globals': ['error', 'process', 'Buffer', 'setTimeout', 'setInterval', 'performance'],
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: 'Core knows no clock.' },
        { object: 'Math', property: 'random', message: 'Core knows no randomness.' },
      ],
      'no-restricted-syntax': [
        'error',
        {
          selector: 'NewExpression[callee.name="Date"][arguments.length=0]',
          message: 'Core knows no clock.',
        },
      ],
    },
  },
  { files: ['eslint.config.js', 'vitest.config.ts'], ...tseslint.configs.disableTypeChecked },
);
