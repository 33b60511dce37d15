import type { APIEmbed } from 'discord.js';
import { MessageFlags, MessageType } from 'discord.js';
import type { AttachmentShelf, SentFile, StoredAttachment } from './attachments.js';
import { MAX_FILE_BYTES, planAttachments, shelve, toApiAttachment } from './attachments.js';
import { emptyMessage, internalError, tooLarge } from './api-error.js';
import type { ChangeSignal } from './change-signal.js';
import { findMediaUrls, walkComponents } from './components.js';
import type { Json } from './json.js';
import { withoutNulls } from './json.js';
import type { MessageComponent } from './limits/components.js';
import type { AllowedMentions, MessageBody, MessageOutcome } from './limits/message.js';
import { MAX_TEXT_COST, countTextCost, findMessageProblems, findTexts } from './limits/message.js';
import type { Problem } from './limits/problems.js';
import { problem } from './limits/problems.js';
import { findPings } from './mentions.js';
import { normaliseComponents } from './normalise-components.js';
import type { LocalUser, World } from './world.js';

/** The current state of a message. */
export interface StoredMessage {
  readonly id: string;
  readonly channelId: string;
  readonly guildId: string | null;
  readonly author: LocalUser;
  readonly type: MessageType;
  readonly createdAt: string;
  /** The only person who sees it; null if everyone in the channel does. */
  readonly ephemeralFor: string | null;
  /** The fields that name the interaction which the message responds to; `{}` if there is none. */
  readonly origin: Json;
  /** The message that this one replies to. */
  readonly repliedTo: StoredMessage | null;
  /** True if the reply mentions the author of that message. */
  readonly mentionsReplied: boolean;
  content: string;
  embeds: readonly APIEmbed[];
  components: readonly Json[];
  attachments: readonly StoredAttachment[];
  hasPoll: boolean;
  flags: number;
  /** Everyone pinged so far, by the message as posted and by each edit. */
  pings: ReadonlySet<string>;
  /** The people it mentions now, whether or not that pinged them. */
  mentionIds: readonly string[];
  mentionRoleIds: readonly string[];
  editedAt: string | null;
  edits: number;
  isDeleted: boolean;
}

export interface MessageDraft {
  readonly channelId: string;
  readonly guildId: string | null;
  readonly author: LocalUser;
  readonly type?: MessageType;
  readonly ephemeralFor?: string | null;
  readonly origin?: Json;
  readonly repliedTo?: StoredMessage | null;
}

/** The message in a request, already within the limits of each field. */
export interface MessageRequest {
  readonly body: MessageBody;
  readonly files: readonly SentFile[];
}

/** An edit or a new message that is judged but not made yet. */
export interface Judged {
  readonly problems: readonly Problem[];
  /** Things that Discord silently accepts but a bot should not send. */
  readonly remarks: readonly string[];
  /** Makes the edit or message. @throws {ApiError} If Discord fails on what it did not refuse. */
  apply(): StoredMessage;
}

export type MessageEvent = 'MESSAGE_CREATE' | 'MESSAGE_DELETE' | 'MESSAGE_UPDATE';

export interface MessageStoreParts {
  readonly world: World;
  readonly shelf: AttachmentShelf;
  readonly signal: ChangeSignal;
  readonly now: () => number;
  readonly onEvent: (event: MessageEvent, message: StoredMessage) => void;
}

/** The flags that a bot may set; the others are Discord's own. */
const BOT_FLAGS =
  MessageFlags.SuppressEmbeds | MessageFlags.IsComponentsV2 | MessageFlags.SuppressNotifications;
/** The flags that an edit cannot remove. */
const FIXED_FLAGS = MessageFlags.Ephemeral | MessageFlags.SuppressNotifications | MessageFlags.IsComponentsV2;

export class MessageStore {
  readonly #parts: MessageStoreParts;
  readonly #messages = new Map<string, StoredMessage>();

  constructor(parts: MessageStoreParts) {
    this.#parts = parts;
  }

  /** Also finds deleted messages, which are marked as such. */
  find(id: string): StoredMessage | undefined {
    return this.#messages.get(id);
  }

  /** Lists messages in the order in which they were posted, without deleted ones. */
  list(channelId: string): StoredMessage[] {
    return [...this.#messages.values()].filter((one) => one.channelId === channelId && !one.isDeleted);
  }

  judgeCreate(draft: MessageDraft, request: MessageRequest): Judged {
    return this.#judge(this.#blank(draft, request.body.allowed_mentions), request, (message) => {
      this.#messages.set(message.id, message);
      this.#emit('MESSAGE_CREATE', message);
    });
  }

  judgeEdit(message: StoredMessage, request: MessageRequest): Judged {
    const { flags } = request.body;
    const judged = this.#judge(message, request, () => {
      message.editedAt = this.#timestamp();
      message.edits += 1;
      this.#emit('MESSAGE_UPDATE', message);
    });
    return { ...judged, problems: [...findFlagProblems(message, flags), ...judged.problems] };
  }

  /** Creates the message that shows that the bot is thinking. */
  createLoading(draft: MessageDraft): StoredMessage {
    const message = this.#blank(draft);
    message.flags |= MessageFlags.Loading;
    this.#messages.set(message.id, message);
    this.#emit('MESSAGE_CREATE', message);
    return message;
  }

  delete(message: StoredMessage): void {
    message.isDeleted = true;
    this.#emit('MESSAGE_DELETE', message);
  }

  toApi(message: StoredMessage): Json {
    const { world } = this.#parts;
    const users = message.mentionIds.flatMap((id) => world.users.get(id) ?? []);
    return {
      id: message.id,
      channel_id: message.channelId,
      author: message.author,
      content: message.content,
      timestamp: message.createdAt,
      edited_timestamp: message.editedAt,
      tts: false,
      mention_everyone: message.pings.has('@everyone') || message.pings.has('@here'),
      mentions: users,
      mention_roles: message.mentionRoleIds.filter((id) => world.roles.has(id)),
      attachments: message.attachments.map(toApiAttachment),
      embeds: message.embeds.map(toApiEmbed),
      pinned: false,
      type: message.type,
      flags: message.flags,
      components: structuredClone(message.components),
      ...describeReply(message),
      ...message.origin,
    };
  }

  #judge(
    message: StoredMessage,
    { body, files }: MessageRequest,
    commit: (message: StoredMessage) => void,
  ): Judged {
    const plan = planAttachments(body.attachments, files, message.attachments);
    const names = [...plan.kept.map(({ filename }) => filename), ...plan.added.map(({ name }) => name)];
    const outcome = foreseeOutcome(message, body, names);
    return {
      problems: [...plan.problems, ...findMessageProblems(outcome)],
      remarks: findRemarks(outcome, body),
      apply: () => {
        refuseUnsendable(outcome, files);
        const added = plan.added.map((file) => shelve(this.#parts.shelf, file, file.description));
        message.attachments = [...plan.kept, ...added];
        this.#fill(message, outcome, body);
        commit(message);
        return message;
      },
    };
  }

  #fill(message: StoredMessage, outcome: MessageOutcome, body: MessageBody): void {
    const text = [outcome.content, ...findTexts(outcome.components)].join('\n');
    const sentText = [body.content ?? '', ...findTexts(body.components ?? [])].join('\n');
    message.content = outcome.content;
    message.embeds = withoutNulls(outcome.embeds) as APIEmbed[];
    message.components = body.components ? this.#normalise(message, body.components) : message.components;
    message.hasPoll = outcome.hasPoll;
    message.flags = outcome.flags;
    message.pings = new Set([...message.pings, ...findPings(sentText, body.allowed_mentions)]);
    const named = findPings(text, { parse: ['users'] }).map((mention) => mention.slice(2, -1));
    const replied = message.mentionsReplied && message.repliedTo ? [message.repliedTo.author.id] : [];
    message.mentionIds = [...new Set([...named, ...replied])];
    message.mentionRoleIds = findPings(text, { parse: ['roles'] }).map((mention) => mention.slice(3, -1));
  }

  #normalise({ attachments }: StoredMessage, components: readonly unknown[]): Json[] {
    return normaliseComponents(components, (name) => attachments.find((one) => one.filename === name)?.url);
  }

  #blank(draft: MessageDraft, allowed?: AllowedMentions | null): StoredMessage {
    const {
      channelId,
      guildId,
      author,
      type = MessageType.Default,
      ephemeralFor = null,
      origin = {},
      repliedTo = null,
    } = draft;
    const mentionsReplied = repliedTo !== null && (allowed?.replied_user ?? !allowed);
    return {
      ...{ channelId, guildId, author, type, ephemeralFor, origin, repliedTo, mentionsReplied },
      id: this.#parts.world.nextId(),
      createdAt: this.#timestamp(),
      content: '',
      embeds: [],
      components: [],
      attachments: [],
      hasPoll: false,
      flags: ephemeralFor === null ? 0 : MessageFlags.Ephemeral,
      pings: new Set(mentionsReplied ? [`<@${repliedTo.author.id}>`] : []),
      mentionIds: [],
      mentionRoleIds: [],
      editedAt: null,
      edits: 0,
      isDeleted: false,
    };
  }

  #timestamp(): string {
    return new Date(this.#parts.now()).toISOString();
  }

  #emit(event: MessageEvent, message: StoredMessage): void {
    if (message.ephemeralFor === null) this.#parts.onEvent(event, message);
    this.#parts.signal.notify();
  }
}

function describeReply({ repliedTo }: StoredMessage): Json {
  if (!repliedTo) return {};
  const { id, channelId, guildId } = repliedTo;
  const guild = guildId === null ? {} : { guild_id: guildId };
  return { message_reference: { type: 0, message_id: id, channel_id: channelId, ...guild } };
}

function toApiEmbed(embed: APIEmbed): Json {
  const fields = embed.fields?.map((field) => ({ inline: false, ...field }));
  return { type: 'rich', ...embed, ...(fields ? { fields } : {}) };
}

function foreseeOutcome(
  message: StoredMessage,
  body: MessageBody,
  attachmentNames: string[],
): MessageOutcome {
  const asked = body.flags === undefined || body.flags === null ? message.flags : body.flags & BOT_FLAGS;
  const fixed = message.flags & FIXED_FLAGS;
  return {
    content: body.content === undefined ? message.content : (body.content ?? ''),
    embeds: body.embeds === undefined ? message.embeds : (body.embeds ?? []),
    components:
      body.components === undefined ? (message.components as MessageComponent[]) : (body.components ?? []),
    hasPoll: message.hasPoll || Boolean(body.poll),
    flags: (asked | fixed) & ~MessageFlags.Loading,
    attachmentNames,
  };
}

function findFlagProblems(message: StoredMessage, flags: number | null | undefined): Problem[] {
  if (flags === undefined || flags === null) return [];
  const losesV2 = (message.flags & ~flags & MessageFlags.IsComponentsV2) !== 0;
  const turnsEphemeral = (flags & ~message.flags & MessageFlags.Ephemeral) !== 0;
  return [
    ...(losesV2 ? [problem(['flags'], 'MessageFlags.IS_COMPONENTS_V2 cannot be removed by an edit')] : []),
    ...(turnsEphemeral
      ? [problem(['flags'], 'Ephemeral cannot change after the first acknowledgement')]
      : []),
  ];
}

function findRemarks({ components, attachmentNames, flags }: MessageOutcome, body: MessageBody): string[] {
  const hasText = Boolean(body.content) || findTexts(body.components ?? []).length > 0;
  const isRebuilt = (flags & MessageFlags.IsComponentsV2) !== 0 && Boolean(body.components);
  const shown = [...walkComponents(components)].flatMap(findMediaUrls);
  const hidden = attachmentNames.filter((name) => !shown.some((url) => url.endsWith(`/${name}`)));
  return [
    ...(hasText && !body.allowed_mentions ? ['message without allowed_mentions'] : []),
    ...(isRebuilt ? hidden : []).map(
      (name) => `no component shows the attachment ${name}, so nobody sees it`,
    ),
  ];
}

function refuseUnsendable(outcome: MessageOutcome, files: readonly SentFile[]): void {
  if (files.some((file) => file.content.length > MAX_FILE_BYTES)) throw tooLarge();
  const { content, embeds, components, attachmentNames, hasPoll } = outcome;
  const parts = content.trim().length + embeds.length + components.length + attachmentNames.length;
  if (parts === 0 && !hasPoll) throw emptyMessage();
  const cost = countTextCost(components);
  if (cost > MAX_TEXT_COST) {
    throw internalError(`the text displays cost ${cost} (bytes + 12 each), at most ${MAX_TEXT_COST}`);
  }
}
