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

/** What members act on. */
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
  /** The one live view of a stored message. */
  live(message: StoredMessage): LiveMessage;
}

/** A file that a person picks. */
export interface Upload {
  readonly name: string;
  readonly content: Buffer | string;
  /** Default `text/plain`. */
  readonly contentType?: string;
}

export interface Uploaded {
  readonly id: string;
  readonly json: Json;
}

/** Uploads a file as a client does before it sends the interaction. */
export function upload(stage: Stage, { name, content, contentType = 'text/plain' }: Upload): Uploaded {
  const file: Pick<SentFile, 'content' | 'contentType' | 'name'> = {
    name,
    contentType,
    content: Buffer.from(content),
  };
  const stored = shelve(stage.shelf, file);
  return { id: stored.id, json: { ...toApiAttachment(stored), ephemeral: true } };
}

/** The stored message behind a live view. @throws When it is not of this local Discord. */
export function storedOf(stage: Stage, { id }: LiveMessage): StoredMessage {
  const message = stage.messages.find(id);
  if (!message) throw new Error(`there is no message ${id}`);
  return message;
}
