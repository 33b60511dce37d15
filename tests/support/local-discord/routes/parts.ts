import type { CommandStore } from '../command-store.js';
import type { InteractionStore } from '../interaction-store.js';
import { asRecord } from '../json.js';
import { checkShape, under } from '../limits/problems.js';
import type { MessageBody } from '../limits/message.js';
import { messageBody } from '../limits/message.js';
import type { Judged, MessageStore, StoredMessage } from '../message-store.js';
import type { RouteContext } from '../router.js';
import type { World } from '../world.js';

/** The parts that the routes work on. */
export interface RouteParts {
  readonly world: World;
  readonly messages: MessageStore;
  readonly commands: CommandStore;
  readonly interactions: InteractionStore;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** The time the bot has for its first response. */
  readonly deadlineMs: number;
  readonly gatewayUrl: () => string;
  /** True if the application was granted the Message Content intent. */
  readonly seesContent: boolean;
}

/**
 * Reads the message in a body, each field within its limits.
 *
 * @param path - The place of the message in the body.
 */
export function readMessage(context: RouteContext, data: unknown, path: readonly string[] = []): MessageBody {
  const { value, problems } = checkShape(messageBody, data ?? {});
  if (problems.length > 0) context.refuse(under(path, problems));
  return value ?? asRecord(data);
}

/** Makes the judged edit or message, or refuses it. */
export function carryOut(context: RouteContext, judged: Judged, path: readonly string[] = []): StoredMessage {
  context.refuse(under(path, judged.problems));
  const message = judged.apply();
  for (const sentence of judged.remarks) context.remark(sentence);
  return message;
}
