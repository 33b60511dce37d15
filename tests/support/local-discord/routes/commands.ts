import { missingAccess, unknownCommand } from '../api-error.js';
import type { StoredCommand } from '../command-store.js';
import { withoutLocalizations } from '../command-store.js';
import { asRecord } from '../json.js';
import type { CommandBody } from '../limits/command.js';
import { checkCommand, findListProblems } from '../limits/command.js';
import type { Problem } from '../limits/problems.js';
import { problem, under } from '../limits/problems.js';
import type { Reply, Route, RouteContext } from '../router.js';
import { NO_CONTENT, param } from '../router.js';
import type { RouteParts } from './parts.js';

const GLOBAL = '/applications/{application_id}/commands';
const GUILD = '/applications/{application_id}/guilds/{guild_id}/commands';

/** Creates the routes that register commands, global ones and those of a guild. */
export function createCommandRoutes(parts: RouteParts): Route[] {
  return [GLOBAL, GUILD].flatMap((path) => createScopeRoutes(parts, path));
}

function createScopeRoutes(parts: RouteParts, path: string): Route[] {
  const { commands } = parts;
  const one = `${path}/{command_id}`;
  const read = (context: RouteContext) => readScope(parts, context);
  const find = (context: RouteContext) => {
    const command = commands.get(read(context), param(context, 'command_id'));
    if (!command) throw unknownCommand();
    return command;
  };
  return [
    { method: 'GET', path, handle: (context) => list(context, commands.list(read(context))) },
    { method: 'POST', path, handle: (context) => create(parts, context, read(context)) },
    { method: 'PUT', path, handle: (context) => setAll(parts, context, read(context)) },
    { method: 'GET', path: one, handle: (context) => ({ status: 200, body: find(context) }) },
    { method: 'PATCH', path: one, handle: (context) => edit(parts, context, read(context), find(context)) },
    {
      method: 'DELETE',
      path: one,
      handle: (context) => {
        commands.delete(read(context), find(context).id);
        return NO_CONTENT;
      },
    },
  ];
}

function readScope({ world }: RouteParts, context: RouteContext): string | null {
  if (param(context, 'application_id') !== world.applicationId) throw missingAccess();
  const guildId = context.params['guild_id'] ?? null;
  if (guildId !== null && !world.guilds.has(guildId)) throw missingAccess();
  return guildId;
}

function list({ query }: RouteContext, commands: readonly StoredCommand[]): Reply {
  const isFull = query.get('with_localizations') === 'true';
  return { status: 200, body: isFull ? commands : withoutLocalizations(commands) };
}

function create({ commands }: RouteParts, context: RouteContext, scope: string | null): Reply {
  const command = read(context, context.body);
  const isNew = !commands
    .list(scope)
    .some(({ name, type }) => name === command.name && type === (command.type ?? 1));
  if (isNew) context.refuse(findListProblems([...commands.list(scope), command]));
  return { status: isNew ? 201 : 200, body: commands.put(scope, command) };
}

function setAll({ commands }: RouteParts, context: RouteContext, scope: string | null): Reply {
  const bodies = Array.isArray(context.body) ? (context.body as unknown[]) : [];
  const checked = bodies.map(checkCommand);
  const problems: Problem[] = checked.flatMap((one, i) => under([i], one.problems));
  if (!Array.isArray(context.body)) problems.push(problem([], 'Only a list of commands is allowed'));
  const accepted = checked.flatMap(({ command }) => command ?? []);
  context.refuse([...problems, ...findListProblems(accepted)]);
  return { status: 200, body: commands.setAll(scope, accepted) };
}

function edit(
  { commands }: RouteParts,
  context: RouteContext,
  scope: string | null,
  before: StoredCommand,
): Reply {
  const command = read(context, { ...before, ...asRecord(context.body) });
  return { status: 200, body: commands.replace(scope, before.id, command) };
}

function read(context: RouteContext, body: unknown): CommandBody {
  const { command, problems } = checkCommand(body);
  context.refuse(problems);
  if (!command) throw new Error('a command without problems was refused');
  return command;
}
