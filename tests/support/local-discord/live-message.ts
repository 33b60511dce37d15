import type { APIEmbed } from 'discord.js';
import { ComponentType, MessageFlags } from 'discord.js';
import type { StoredAttachment } from './attachments.js';
import type { ChangeSignal, WaitOptions } from './change-signal.js';
import { walkComponents } from './components.js';
import type { Json } from './json.js';
import { asRecord } from './json.js';
import { findTexts } from './limits/message.js';
import type { LiveSelect } from './live-select.js';
import { findSelects } from './live-select.js';
import { writeMessageLink } from './message-link.js';
import type { StoredMessage } from './message-store.js';

export interface LiveButton {
  /** `''` if the button shows only an emoji. */
  readonly label: string;
  readonly customId: string | null;
  readonly url: string | null;
  readonly disabled: boolean;
  /** The emoji's character or name. */
  readonly emoji: string | null;
  readonly style: number;
}

export interface LiveAttachment {
  readonly id: string;
  readonly name: string;
  readonly contentType: string | null;
  readonly url: string;
  readonly content: Buffer;
  /** The content decoded as UTF-8. */
  readonly text: string;
}

/** A message as a member sees it; every property gives the current state. */
export class LiveMessage {
  readonly #stored: StoredMessage;
  readonly #signal: ChangeSignal;

  constructor(stored: StoredMessage, signal: ChangeSignal) {
    this.#stored = stored;
    this.#signal = signal;
  }

  get id(): string {
    return this.#stored.id;
  }

  /** The link to it, as a client copies it. */
  get url(): string {
    const { id, channelId, guildId } = this.#stored;
    return writeMessageLink({ id, channelId, guildId });
  }

  get channelId(): string {
    return this.#stored.channelId;
  }

  get authorId(): string {
    return this.#stored.author.id;
  }

  /** The id of the message it replies to. */
  get repliesTo(): string | null {
    const { repliedTo } = this.#stored;
    if (repliedTo) return repliedTo.id;
    const id = asRecord(this.#stored.origin['message_reference'])['message_id'];
    return typeof id === 'string' ? id : null;
  }

  get content(): string {
    return this.#stored.content;
  }

  get embeds(): readonly APIEmbed[] {
    return this.#stored.embeds;
  }

  get components(): readonly Json[] {
    return this.#stored.components;
  }

  /** The content and all text displays, one per line. */
  get text(): string {
    const { content, components } = this.#stored;
    return [...(content === '' ? [] : [content]), ...findTexts(components)].join('\n');
  }

  /** In reading order, at any depth. */
  get buttons(): readonly LiveButton[] {
    const all = [...walkComponents(this.#stored.components)];
    return all.filter(({ type }) => type === ComponentType.Button).map(toButton);
  }

  /** The selects in reading order. */
  get selects(): readonly LiveSelect[] {
    return findSelects(this.#stored.components);
  }

  get attachments(): readonly LiveAttachment[] {
    return this.#stored.attachments.map(toLiveAttachment);
  }

  /** Everyone it has pinged so far, as mentions, e.g. `@everyone` or `<@123>`. */
  get pings(): readonly string[] {
    return [...this.#stored.pings];
  }

  get flags(): number {
    return this.#stored.flags;
  }

  get ephemeral(): boolean {
    return this.#stored.ephemeralFor !== null;
  }

  /** True while it shows that the bot is thinking. */
  get loading(): boolean {
    return (this.#stored.flags & MessageFlags.Loading) !== 0;
  }

  get deleted(): boolean {
    return this.#stored.isDeleted;
  }

  /** The number of edits, including the one that fills a deferred reply. */
  get edits(): number {
    return this.#stored.edits;
  }

  isVisibleTo({ id }: { readonly id: string }): boolean {
    const { ephemeralFor, isDeleted } = this.#stored;
    return !isDeleted && (ephemeralFor === null || ephemeralFor === id);
  }

  /** Waits until the bot is not thinking, and returns the message. */
  async settled(options: WaitOptions = {}): Promise<this> {
    const isSettled = () => !this.loading || this.deleted;
    await this.#signal.waitFor(isSettled, { what: 'the end of thinking', ...options });
    return this;
  }
}

function toButton({ label, custom_id, url, disabled, emoji, style }: Json): LiveButton {
  const { name } = asRecord(emoji);
  return {
    label: textOr(label, ''),
    customId: textOr(custom_id, null),
    url: textOr(url, null),
    disabled: disabled === true,
    emoji: textOr(name, null),
    style: Number(style),
  };
}

function textOr<T>(value: unknown, otherwise: T): string | T {
  return typeof value === 'string' ? value : otherwise;
}

function toLiveAttachment({ id, filename, contentType, url, content }: StoredAttachment): LiveAttachment {
  return { id, name: filename, contentType, url, content, text: content.toString('utf8') };
}
