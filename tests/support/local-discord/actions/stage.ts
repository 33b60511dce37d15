import type { AttachmentShelf, SentFile } from '../attachments.js';
import { shelve, toApiAttachment } from '../attachments.js';
import type { ChangeSignal } from '../change-signal.js';
import type { CommandStore } from '../command-store.js';
import type { Gateway } from '../gateway.js';
import type { InteractionStore } from '../interaction-store.js';
import type { Json } from '../json.js';
import type { LiveMessage } from '../live-message.js';
import type { MessageStore, StoredMessage } from '../message-store.js';
import type { World } from '../world.js';

/** The parts of a local Discord that members act on. */
export interface Stage {
  readonly world: World;
  readonly messages: MessageStore;
  readonly commands: CommandStore;
  readonly interactions: InteractionStore;
  readonly gateway: Gateway;
  readonly shelf: AttachmentShelf;
  readonly signal: ChangeSignal;
  readonly now: () => number;
  readonly deadlineMs: number;
  /** Returns the one live view of a stored message. */
  live(message: StoredMessage): LiveMessage;
}

/** A file that a member picks. */
export interface Upload {
  readonly name: string;
  readonly content: Buffer | string;
  /** Default `text/plain`; null if unknown. */
  readonly contentType?: string | null;
}

export interface Uploaded {
  readonly id: string;
  readonly json: Json;
}

/** Returns the file as it arrives with a request. */
export function toFile({ name, content, contentType = 'text/plain' }: Upload): Omit<SentFile, 'index'> {
  return { name, contentType, content: Buffer.from(content) };
}

/** Uploads a file as a client does before it sends the interaction. */
export function upload(stage: Stage, file: Upload): Uploaded {
  const stored = shelve(stage.shelf, toFile(file));
  return { id: stored.id, json: { ...toApiAttachment(stored), ephemeral: true } };
}

/** Returns the stored message behind a live view. @throws If it is not from this local Discord. */
export function storedOf(stage: Stage, { id }: LiveMessage): StoredMessage {
  const message = stage.messages.find(id);
  if (!message) throw new Error(`there is no message ${id}`);
  return message;
}
