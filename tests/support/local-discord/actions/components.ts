import { ComponentType, InteractionType } from 'discord.js';
import { walkComponents } from '../components.js';
import type { Json } from '../json.js';
import { isRecord } from '../json.js';
import type { LiveButton, LiveMessage } from '../live-message.js';
import type { LocalMember } from '../member.js';
import type { StoredMessage } from '../message-store.js';
import { act } from './act.js';
import type { InteractionResponse } from './response.js';
import type { Stage } from './stage.js';
import { storedOf } from './stage.js';

/** A label, an emoji, a custom id, or a question about the button. */
export type ButtonChoice = string | ((button: LiveButton) => boolean);

/** Presses the first button that fits. @throws When the member cannot press it. */
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

/**
 * Chooses in a list of texts.
 *
 * @param which - Its custom id or its placeholder.
 * @throws When the member cannot choose so.
 */
export async function chooseInSelect(
  stage: Stage,
  member: LocalMember,
  message: LiveMessage,
  which: string,
  values: readonly string[],
): Promise<InteractionResponse> {
  const source = findVisible(stage, member, message);
  const select = [...walkComponents(message.components)].find(
    ({ type, custom_id, placeholder }) =>
      type === ComponentType.StringSelect && (custom_id === which || placeholder === which),
  );
  if (!select || select['disabled'] === true)
    throw new Error(`the message has no select ${which} to choose in`);
  checkSelection(select, values);
  const data = { custom_id: select['custom_id'], component_type: ComponentType.StringSelect, values };
  return useComponent(stage, member, source, data);
}

/** @throws When a client would not let these values be chosen. */
export function checkSelection(select: Json, values: readonly string[]): void {
  const options = Array.isArray(select['options']) ? select['options'].filter(isRecord) : [];
  const unknown = values.find((value) => options.every((option) => option['value'] !== value));
  if (unknown !== undefined) throw new Error(`the list offers no ${unknown}`);
  const min = Number(select['min_values'] ?? 1);
  const max = Number(select['max_values'] ?? 1);
  if (values.length < min || values.length > max) throw new Error(`the list takes ${min} to ${max} values`);
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
