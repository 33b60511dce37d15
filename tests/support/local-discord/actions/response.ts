import { InteractionResponseType, MessageFlags } from 'discord.js';
import type { WaitOptions } from '../change-signal.js';
import type { FormField } from '../form-fields.js';
import { findFields, numberForm } from '../form-fields.js';
import type { Acknowledgement, LocalInteraction } from '../interaction-store.js';
import type { AutocompleteChoice } from '../limits/autocomplete.js';
import type { ModalBody } from '../limits/modal.js';
import type { LiveMessage } from '../live-message.js';
import type { Stage } from './stage.js';

export type ResponseKind = 'choices' | 'deferred' | 'deferred-update' | 'message' | 'modal' | 'update';

const KINDS: Readonly<Partial<Record<InteractionResponseType, ResponseKind>>> = {
  [InteractionResponseType.ChannelMessageWithSource]: 'message',
  [InteractionResponseType.DeferredChannelMessageWithSource]: 'deferred',
  [InteractionResponseType.DeferredMessageUpdate]: 'deferred-update',
  [InteractionResponseType.UpdateMessage]: 'update',
  [InteractionResponseType.ApplicationCommandAutocompleteResult]: 'choices',
  [InteractionResponseType.Modal]: 'modal',
};

/** The response to a member's act: the first response, and a live view of everything that follows. */
export class InteractionResponse {
  readonly kind: ResponseKind;
  /** The time until the first response. */
  readonly responseMs: number;
  readonly interaction: LocalInteraction;
  readonly #stage: Stage;
  readonly #acknowledgement: Acknowledgement;

  constructor(stage: Stage, interaction: LocalInteraction, acknowledgement: Acknowledgement) {
    this.#stage = stage;
    this.#acknowledgement = acknowledgement;
    this.interaction = interaction;
    this.responseMs = acknowledgement.afterMs;
    this.kind = KINDS[acknowledgement.type] ?? 'message';
  }

  /** The reply, or the message that was updated. @throws If the response is neither. */
  get message(): LiveMessage {
    const { original } = this.interaction;
    if (!original) throw new Error(`the answer is no message but ${this.kind}`);
    return this.#stage.live(original);
  }

  /** The modal that opened. @throws If none did. */
  get modal(): ModalBody {
    const { modal } = this.#acknowledgement;
    if (!modal) throw new Error(`the answer is no form but ${this.kind}`);
    return modal;
  }

  /** The fields of the modal that opened, in reading order. @throws If none did. */
  get fields(): readonly FormField[] {
    return findFields(numberForm(this.modal));
  }

  /** The suggestions; `[]` if the response is something else. */
  get choices(): readonly AutocompleteChoice[] {
    return this.#acknowledgement.choices ?? [];
  }

  get ephemeral(): boolean {
    return ((this.interaction.original?.flags ?? 0) & MessageFlags.Ephemeral) !== 0;
  }

  /** True if the message that was acted on was updated in place. */
  get updated(): boolean {
    const isOfUpdate = this.kind === 'update' || this.kind === 'deferred-update';
    return isOfUpdate && this.interaction.isUpdated;
  }

  /** In the order in which they came. */
  get followups(): readonly LiveMessage[] {
    return this.interaction.followups.map((message) => this.#stage.live(message));
  }

  /** Waits until a deferred message is filled in, and returns it. */
  async settled(options: WaitOptions = {}): Promise<LiveMessage> {
    const { message } = this;
    const isSettled = () =>
      (this.kind === 'deferred-update' ? this.updated : !message.loading) || message.deleted;
    await this.#stage.signal.waitFor(isSettled, { what: 'the deferred answer', ...options });
    return message;
  }

  /** Waits until there are `count` follow-ups, and returns the last of them. */
  async followup(count = 1, options: WaitOptions = {}): Promise<LiveMessage> {
    return this.#stage.signal.waitFor(() => this.followups[count - 1], {
      what: `follow-up ${count}`,
      ...options,
    });
  }
}
