import { ComponentType, InteractionType } from 'discord.js';
import { walkComponents } from '../components.js';
import type { Json } from '../json.js';
import type { LiveButton, LiveMessage } from '../live-message.js';
import { findSelects } from '../live-select.js';
import type { LocalMember } from '../member.js';
import type { StoredMessage } from '../message-store.js';
import { act } from './act.js';
import { checkSelection, chooseEntities } from './check-selection.js';
import type { Choosing } from './resolve-entity.js';
import type { InteractionResponse } from './response.js';
import type { Stage } from './stage.js';
import { storedOf } from './stage.js';

/** A label, an emoji, a custom id, or a predicate of the button. */
export type ButtonChoice = string | ((button: LiveButton) => boolean);

/** Presses the first button that matches. @throws If the member cannot press it. */
export async function pressButton(
  stage: Stage,
  member: LocalMember,
  message: LiveMessage,
  choice: ButtonChoice,
): Promise<InteractionResponse> {
  const source = findVisible(stage, member, message);
  const button = message.buttons.find((one) => fits(one, choice));
  if (!button) {
    const seen = message.buttons.map(({ label, emoji }) => label || emoji).join(', ');
    throw new Error(
      `the message has no such button${typeof choice === 'string' ? ` (${choice})` : ''}: ${seen}`,
    );
  }
  if (button.disabled) throw new Error(`the button ${button.label} is disabled`);
  if (button.customId === null) throw new Error(`the button ${button.label} is a link`);
  return useComponent(stage, member, source, {
    custom_id: button.customId,
    component_type: ComponentType.Button,
  });
}

function fits(button: LiveButton, choice: ButtonChoice): boolean {
  if (typeof choice === 'function') return choice(button);
  return [button.label, button.customId, button.emoji].includes(choice);
}

/** A member's choice in a select: its values for a string select, people, or the ids of roles or channels. */
export type SelectValues = readonly LocalMember[] | readonly string[];

/**
 * Chooses values in a select.
 *
 * @param which - The select's custom id or placeholder.
 * @throws If the member cannot choose these values.
 */
export async function chooseInSelect(
  stage: Stage,
  member: LocalMember,
  message: LiveMessage,
  which: string,
  chosen: SelectValues,
): Promise<InteractionResponse> {
  const source = findVisible(stage, member, message);
  const { component, disabled } =
    findSelects(source.components).find((one) => one.customId === which || one.placeholder === which) ?? {};
  if (!component || disabled) throw new Error(`the message has no select ${which} to choose in`);
  const choosing: Choosing = { stage, member, resolved: {} };
  const values = readValues(choosing, component, chosen);
  const { custom_id, type: component_type } = component;
  const resolved = Object.keys(choosing.resolved).length > 0 ? { resolved: choosing.resolved } : {};
  return useComponent(stage, member, source, { custom_id, component_type, values, ...resolved });
}

function readValues(choosing: Choosing, select: Json, chosen: SelectValues): readonly string[] {
  if (select['type'] !== ComponentType.StringSelect) return chooseEntities(choosing, select, chosen);
  const values = chosen.map(String);
  checkSelection(select, values);
  return values;
}

function findVisible(stage: Stage, member: LocalMember, message: LiveMessage): StoredMessage {
  if (message.deleted) throw new Error('the message was deleted');
  if (!message.isVisibleTo(member)) throw new Error(`${member.name} does not see that message`);
  return storedOf(stage, message);
}

function useComponent(
  stage: Stage,
  member: LocalMember,
  source: StoredMessage,
  data: Json,
): Promise<InteractionResponse> {
  const used = [...walkComponents(source.components)].find(
    ({ custom_id }) => custom_id === data['custom_id'],
  );
  const type = InteractionType.MessageComponent;
  return act(stage, {
    member,
    type,
    data: { id: used?.['id'], ...data },
    channelId: source.channelId,
    source,
  });
}
