import { ComponentType, type APIMessageTopLevelComponent } from 'discord.js';
import type { AskOptions } from '../core/parse-ask-request.js';
import { readHeader } from './answer-header.js';
import { parsePress, type Press } from './component-ids.js';
import type { ShareState } from './render-answer.js';

/** What an answer message says of itself. */
export interface AnswerMessage {
  readonly options: AskOptions;
  /** The first text, word for word. */
  readonly header: string;
  /** The last text, word for word. */
  readonly footer: string;
  /** The passages shown, in their order. */
  readonly shown: readonly ShownPassage[];
  /** The corpus revision that it was answered from. */
  readonly revision: string;
  /** `null` on a private answer. */
  readonly askerId: string | null;
  /** How a private answer can be shared. */
  readonly share: ShareState;
  /** Whether it carries the buttons for votes. */
  readonly hasVotes: boolean;
  /** Whether its header names the member who shared it. */
  readonly isShared: boolean;
  /** Offsets that its page buttons lead to. */
  readonly pageOffsets: readonly number[];
}

export interface ShownPassage {
  readonly handle: string;
  readonly number: number;
  readonly checksum: string;
}

const REVISION = /\b([0-9a-f]{7})\b/u;

/** @returns `null` when the components are not those of an answer. */
export function readAnswerMessage(components: readonly APIMessageTopLevelComponent[]): AnswerMessage | null {
  const texts = listTexts(components);
  const header = texts[0] ?? '';
  const footer = texts.at(-1) ?? '';
  const options = readHeader(header);
  if (!options) return null;
  const offered = listPresses(components);
  const presses = offered.map(({ press }) => press);
  return {
    options,
    header,
    footer,
    shown: listShown(offered),
    revision: REVISION.exec(footer)?.[1] ?? '',
    askerId: findAskerId(components),
    share: readShareState(offered),
    hasVotes: presses.some(({ kind }) => kind === 'vote'),
    isShared: /^-# .*<@\d+>/u.test(header),
    pageOffsets: presses.flatMap((press) => (press.kind === 'page' ? press.offset : [])),
  };
}

/** The member named in a message's Delete button; `null` where there is none. */
export function findAskerId(components: readonly APIMessageTopLevelComponent[]): string | null {
  return (
    listPresses(components).flatMap(({ press }) => (press.kind === 'delete' ? press.askerId : []))[0] ?? null
  );
}

function listTexts(components: readonly APIMessageTopLevelComponent[]): string[] {
  return components.flatMap((component) =>
    component.type === ComponentType.TextDisplay ? component.content : [],
  );
}

interface OfferedPress {
  readonly press: Press;
  readonly label: string;
  readonly isDisabled: boolean;
}

/** The presses that a message offers, disabled ones included. */
function listPresses(components: readonly APIMessageTopLevelComponent[]): OfferedPress[] {
  return components
    .flatMap((component) => (component.type === ComponentType.ActionRow ? component.components : []))
    .flatMap((child) => {
      const press = 'custom_id' in child ? parsePress(child.custom_id) : null;
      const isDisabled = 'disabled' in child && child.disabled;
      return press ? [{ press, label: ('label' in child && child.label) || '', isDisabled }] : [];
    });
}

function readShareState(offered: readonly OfferedPress[]): ShareState {
  const share = offered.find(({ press }) => press.kind === 'share');
  if (!share) return 'none';
  return share.isDisabled ? 'done' : 'offered';
}

/** Context buttons stand in the order of the passages, and their labels end in the passage's number. */
function listShown(offered: readonly OfferedPress[]): ShownPassage[] {
  const shown = new Map<string, ShownPassage>();
  for (const { press, label } of offered) {
    if (press.kind !== 'context') continue;
    const { handle, checksum } = press;
    shown.set(handle, { handle, checksum, number: Number(/\d+$/u.exec(label)?.[0] ?? 0) });
  }
  return [...shown.values()];
}
