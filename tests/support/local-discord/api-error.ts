import type { Problem } from './limits/problems.js';
import { sayProblem } from './limits/problems.js';
import type { Json } from './json.js';

/** An error response of Discord's API. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly status: number;
  readonly body: Json;
  /** The bot's mistakes, one sentence each; empty if a correct bot can also get this response. */
  readonly violations: readonly string[];

  constructor(
    status: number,
    body: Json & { code: number; message: string },
    violations: readonly string[] = [],
  ) {
    super(body.message);
    this.status = status;
    this.body = body;
    this.violations = violations;
  }
}

/** Creates Discord's response to an invalid body, with the tree of `errors` that names each place. */
export function invalidForm(problems: readonly Problem[]): ApiError {
  const body = { code: 50035, message: 'Invalid Form Body', errors: buildErrorTree(problems) };
  return new ApiError(400, body, problems.map(sayProblem));
}

function buildErrorTree(problems: readonly Problem[]): Json {
  const tree: Json = {};
  for (const { path, code, message } of problems) {
    let node = tree;
    for (const key of path) node = childOf(node, String(key));
    const list = Array.isArray(node['_errors']) ? (node['_errors'] as unknown[]) : [];
    node['_errors'] = [...list, { code, message }];
  }
  return tree;
}

function childOf(node: Json, key: string): Json {
  const child = (node[key] ?? {}) as Json;
  node[key] = child;
  return child;
}

export const unknownRoute = (what: string): ApiError =>
  new ApiError(404, { code: 0, message: '404: Not Found' }, [`${what} is not a route of the local Discord`]);

export const unauthorized = (what: string): ApiError =>
  new ApiError(401, { code: 0, message: '401: Unauthorized' }, [`${what} came without the bot's token`]);

export const missingAccess = (): ApiError => new ApiError(403, { code: 50001, message: 'Missing Access' });

export const missingPermissions = (): ApiError =>
  new ApiError(403, { code: 50013, message: 'Missing Permissions' });

/** The bot may write there but not read the history, so it may not reply. */
export const cannotReply = (): ApiError =>
  new ApiError(403, {
    code: 160002,
    message: 'Cannot reply without permission to read message history',
  });

export const notInDirectMessages = (): ApiError =>
  new ApiError(403, { code: 50003, message: 'Cannot execute action on a DM channel' });

export const notTheAuthor = (): ApiError =>
  new ApiError(403, { code: 50005, message: 'Cannot edit a message authored by another user' });

export const unknownChannel = (): ApiError => new ApiError(404, { code: 10003, message: 'Unknown Channel' });

export const unknownMember = (): ApiError => new ApiError(404, { code: 10007, message: 'Unknown Member' });

export const unknownMessage = (): ApiError => new ApiError(404, { code: 10008, message: 'Unknown Message' });

export const unknownUser = (): ApiError => new ApiError(404, { code: 10013, message: 'Unknown User' });

export const unknownCommand = (): ApiError =>
  new ApiError(404, { code: 10063, message: 'Unknown application command' });

export const unknownInteraction = (violation: string): ApiError =>
  new ApiError(404, { code: 10062, message: 'Unknown interaction' }, [violation]);

export const alreadyAcknowledged = (violations: readonly string[]): ApiError =>
  new ApiError(400, { code: 40060, message: 'Interaction has already been acknowledged.' }, violations);

export const invalidWebhookToken = (violation: string): ApiError =>
  new ApiError(401, { code: 50027, message: 'Invalid Webhook Token' }, [violation]);

export const unknownWebhook = (violation: string): ApiError =>
  new ApiError(404, { code: 10015, message: 'Unknown Webhook' }, [violation]);

export const emptyMessage = (): ApiError =>
  new ApiError(400, { code: 50006, message: 'Cannot send an empty message' }, ['the message is empty']);

export const tooLarge = (): ApiError =>
  new ApiError(413, { code: 40005, message: 'Request entity too large' }, ['the attachments are too large']);

export const internalError = (violation: string): ApiError =>
  new ApiError(500, { code: 0, message: '500: Internal Server Error' }, [violation]);
