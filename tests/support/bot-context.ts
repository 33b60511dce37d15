import { NO_LOG } from '../../src/core/model/log.js';
import { DEFAULT_SETTINGS } from '../../src/core/model/settings.js';
import type { State } from '../../src/core/model/state.js';
import { ENGLISH } from '../../src/core/locales/english.js';
import type { BackgroundWrites } from '../../src/discord/background-writes.js';
import type { InteractionContext } from '../../src/discord/command.js';
import { loadArticles, makeArticle, serveArticles } from './fake-corpus.js';

/** Creates the context of commands, buttons and forms: two paragraphs on a bridge, no moderators, nothing stored. */
export function makeContext(parts: Partial<InteractionContext> = {}): InteractionContext {
  return {
    services: serveArticles(loadArticles(makeArticle('bridge', ['One.', 'Two.']))),
    state: NO_STATE,
    writes: NO_WRITES,
    limits: { count: () => Promise.resolve() },
    homeGuildId: undefined,
    moderatorRoleIds: [],
    auditChannelId: undefined,
    askChannels: [],
    gapsDays: 0,
    now: () => 0,
    settingsOf: () => Promise.resolve(DEFAULT_SETTINGS),
    saveSettings: () => Promise.reject(new Error('nothing is kept')),
    settings: DEFAULT_SETTINGS,
    say: ENGLISH,
    log: NO_LOG,
    ...parts,
  };
}

/** A state that fails the test on any use. */
const NO_STATE = new Proxy({} as State, {
  get: (_, name) => {
    throw new Error(`state.${String(name)} is not expected to be used`);
  },
});

/** Discards every write. */
const NO_WRITES: BackgroundWrites = { begin: () => undefined, settled: () => Promise.resolve() };
