import { Fault } from '../../core/errors.js';
import type { Draft, DraftStore } from '../../core/state.js';
import type { BotContext } from '../command.js';
import { parsePrepared, type Prepared } from './prepared.js';

/** How long what was prepared can be confirmed. */
export const DRAFT_LIFE_MS = 60 * 60_000;

const ID_BYTES = 8;

/** What was prepared, and the draft that keeps it. */
export interface KeptDraft<Kind extends Prepared = Prepared> {
  readonly draft: Draft;
  readonly prepared: Kind;
}

type Drafts = Pick<BotContext, 'now'> & { readonly state: { readonly drafts: DraftStore } };

/**
 * Keeps what a moderator has prepared, also for a bot that starts anew.
 *
 * @returns The id of the draft; `null` when nothing can be kept now.
 */
export async function keepPrepared(
  { state, now }: Drafts,
  by: string,
  prepared: Prepared,
): Promise<string | null> {
  const id = makeId();
  return (await put(state.drafts, { id, by, at: now(), content: JSON.stringify(prepared) })) ? id : null;
}

/** Puts back what was taken and could not be done. @returns Whether it can be tried again. */
export function giveBack({ state }: Drafts, { draft }: KeptDraft): Promise<boolean> {
  return put(state.drafts, draft);
}

/** Looks at what was prepared. @throws {Fault} `DRAFT_GONE` or `STATE_UNAVAILABLE`. */
export async function findPrepared({ state, now }: Drafts, id: string): Promise<KeptDraft> {
  return open(await state.drafts.get(id), now());
}

/** Takes what was prepared, so that nobody else can. @throws {Fault} `DRAFT_GONE` or `STATE_UNAVAILABLE`. */
export async function takePrepared({ state, now }: Drafts, id: string): Promise<KeptDraft> {
  return open(await state.drafts.take(id), now());
}

function open(draft: Draft | null, now: number): KeptDraft {
  const prepared = draft && now - draft.at <= DRAFT_LIFE_MS ? parsePrepared(draft.content) : null;
  if (!draft || !prepared) throw new Fault('DRAFT_GONE', 'there is no such draft, or it is too old');
  return { draft, prepared };
}

async function put(drafts: DraftStore, draft: Draft): Promise<boolean> {
  try {
    await drafts.put(draft);
    return true;
  } catch (error) {
    if (error instanceof Fault && error.code === 'STATE_UNAVAILABLE') return false;
    throw error;
  }
}

function makeId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(ID_BYTES));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
