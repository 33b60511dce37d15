import { randomBytes } from 'node:crypto';
import type { Server } from 'node:http';
import { GatewayCloseCodes, GatewayIntentBits, GatewayOpcodes } from 'discord.js';
import type { WebSocket } from 'ws';
import { WebSocketServer } from 'ws';
import { toGatewayGuild } from './api-world.js';
import type { ChangeSignal } from './change-signal.js';
import type { Json } from './json.js';
import { asRecord, isRecord } from './json.js';
import type { World } from './world.js';

const PRIVILEGED =
  GatewayIntentBits.GuildMembers | GatewayIntentBits.GuildPresences | GatewayIntentBits.MessageContent;

export interface GatewayParts {
  readonly token: string;
  readonly world: World;
  readonly violations: string[];
  readonly signal: ChangeSignal;
  readonly heartbeatIntervalMs: number;
  /** The intents that the bot must ask for; others are a violation. Null accepts any that need no approval. */
  readonly expectedIntents: number | null;
  /** The privileged intents that the application was granted. */
  readonly grantedIntents: number;
  readonly gatewayUrl: () => string;
}

interface Session {
  readonly id: string;
  readonly intents: number;
  /** Every event sent, so that a resumed session can get those it missed. */
  readonly events: Json[];
  socket: WebSocket | null;
}

/** One connection to the gateway; it has no session before IDENTIFY or RESUME. */
interface Connection {
  readonly socket: WebSocket;
  session: Session | null;
}

export class Gateway {
  /** The intents of every IDENTIFY, in order. */
  readonly identifies: number[] = [];
  resumes = 0;
  readonly #parts: GatewayParts;
  readonly #server = new WebSocketServer({ noServer: true });
  readonly #sessions = new Map<string, Session>();
  readonly #connections = new Set<Connection>();

  constructor(parts: GatewayParts) {
    this.#parts = parts;
    this.#server.on('connection', (socket) => {
      this.#accept(socket);
    });
  }

  /** Accepts the WebSocket connections of an HTTP server. */
  attach(server: Server): void {
    server.on('upgrade', (request, socket, head) => {
      this.#server.handleUpgrade(request, socket, head, (client) =>
        this.#server.emit('connection', client, request),
      );
    });
  }

  /** True if an event would reach a bot, at once or when it resumes. */
  get hasSession(): boolean {
    return this.#sessions.size > 0;
  }

  /**
   * @param describe - Returns the event's payload for a session with these intents.
   * @param intent - 0 for events that need none.
   */
  dispatch(event: string, describe: (intents: number) => Json, intent: number): void {
    for (const session of this.#sessions.values()) {
      const { intents } = session;
      if (intent === 0 || (intents & intent) !== 0) sendEvent(session, event, describe(intents));
    }
  }

  /** @param code - If absent, the connection breaks without a close frame. */
  drop(code?: number): void {
    for (const { socket } of this.#connections) {
      if (code === undefined) socket.terminate();
      else socket.close(code);
    }
  }

  /** Sends Invalid Session; a session that is not resumable is forgotten. */
  invalidate(isResumable: boolean): void {
    for (const { socket, session } of this.#connections) {
      if (session && !isResumable) this.#sessions.delete(session.id);
      send(socket, { op: GatewayOpcodes.InvalidSession, d: isResumable });
    }
  }

  requestReconnect(): void {
    for (const { socket } of this.#connections) send(socket, { op: GatewayOpcodes.Reconnect, d: null });
  }

  close(): void {
    for (const { socket } of this.#connections) socket.terminate();
    this.#server.close();
    this.#sessions.clear();
  }

  #accept(socket: WebSocket): void {
    const connection: Connection = { socket, session: null };
    this.#connections.add(connection);
    socket.on('message', (bytes: Buffer) => {
      this.#receive(connection, bytes.toString());
    });
    socket.on('close', (code) => {
      this.#forget(connection, code);
    });
    socket.on('error', () => {
      socket.terminate();
    });
    send(socket, { op: GatewayOpcodes.Hello, d: { heartbeat_interval: this.#parts.heartbeatIntervalMs } });
  }

  /** Forgets the session of a bot that closes normally. */
  #forget(connection: Connection, code: number): void {
    this.#connections.delete(connection);
    const { session } = connection;
    if (session?.socket === connection.socket) session.socket = null;
    if (session && (code === 1000 || code === 1001)) this.#sessions.delete(session.id);
    this.#parts.signal.notify();
  }

  #receive(connection: Connection, text: string): void {
    const payload = parsePayload(text);
    const data = asRecord(payload?.['d']);
    switch (payload?.['op']) {
      case GatewayOpcodes.Heartbeat:
        send(connection.socket, { op: GatewayOpcodes.HeartbeatAck });
        break;
      case GatewayOpcodes.Identify:
        this.#identify(connection, data);
        break;
      case GatewayOpcodes.Resume:
        this.#resume(connection, data);
        break;
      case GatewayOpcodes.PresenceUpdate:
        if (!connection.session)
          this.#refuse(connection, GatewayCloseCodes.NotAuthenticated, 'PRESENCE UPDATE before IDENTIFY');
        break;
      default:
        this.#refuse(
          connection,
          GatewayCloseCodes.UnknownOpcode,
          `the opcode ${String(payload?.['op'])} is unknown here`,
        );
    }
    this.#parts.signal.notify();
  }

  #refuse({ socket }: Connection, code: GatewayCloseCodes, violation: string): void {
    this.#parts.violations.push(`gateway: ${violation}`);
    socket.close(code);
  }

  #identify(connection: Connection, { token, intents, shard }: Json): void {
    const { world, gatewayUrl } = this.#parts;
    const refusal = this.#judgeIdentify(connection, token, intents);
    if (refusal) {
      this.#refuse(connection, ...refusal);
      return;
    }
    const session: Session = {
      id: randomBytes(16).toString('hex'),
      intents: Number(intents),
      events: [],
      socket: connection.socket,
    };
    this.#sessions.set(session.id, session);
    connection.session = session;
    this.identifies.push(session.intents);
    const guilds = [...world.guilds.values()];
    sendEvent(session, 'READY', {
      v: 10,
      user: world.bot,
      guilds: guilds.map(({ id }) => ({ id, unavailable: true })),
      session_id: session.id,
      resume_gateway_url: gatewayUrl(),
      shard: Array.isArray(shard) ? shard : [0, 1],
      application: { id: world.applicationId, flags: 0 },
    });
    if ((session.intents & GatewayIntentBits.Guilds) === 0) return;
    for (const guild of guilds) sendEvent(session, 'GUILD_CREATE', toGatewayGuild(world, guild));
  }

  #judgeIdentify(
    { session }: Connection,
    token: unknown,
    intents: unknown,
  ): [GatewayCloseCodes, string] | null {
    const { token: expectedToken, expectedIntents, grantedIntents, violations } = this.#parts;
    if (session) return [GatewayCloseCodes.AlreadyAuthenticated, 'IDENTIFY came twice'];
    if (token !== expectedToken)
      return [GatewayCloseCodes.AuthenticationFailed, 'IDENTIFY came with a wrong token'];
    if (typeof intents !== 'number')
      return [GatewayCloseCodes.InvalidIntents, 'IDENTIFY came without intents'];
    if ((intents & PRIVILEGED & ~grantedIntents) !== 0) {
      return [GatewayCloseCodes.DisallowedIntents, `the intents ${intents} hold privileged ones`];
    }
    if (expectedIntents !== null && intents !== expectedIntents) {
      violations.push(`gateway: IDENTIFY asked for the intents ${intents}, expected ${expectedIntents}`);
    }
    return null;
  }

  #resume(connection: Connection, { token, session_id: sessionId, seq }: Json): void {
    if (token !== this.#parts.token) {
      this.#refuse(connection, GatewayCloseCodes.AuthenticationFailed, 'RESUME came with a wrong token');
      return;
    }
    const session = this.#sessions.get(String(sessionId));
    if (!session) {
      send(connection.socket, { op: GatewayOpcodes.InvalidSession, d: false });
      return;
    }
    session.socket = connection.socket;
    connection.session = session;
    this.resumes += 1;
    for (const event of session.events.slice(Number(seq))) send(connection.socket, event);
    sendEvent(session, 'RESUMED', {});
  }
}

function parsePayload(text: string): Json | null {
  try {
    const payload: unknown = JSON.parse(text);
    return isRecord(payload) ? payload : null;
  } catch {
    return null;
  }
}

/** Numbers and stores an event; without a connection it waits for the bot to resume. */
function sendEvent(session: Session, t: string, d: Json): void {
  const event = { op: GatewayOpcodes.Dispatch, s: session.events.length + 1, t, d };
  session.events.push(event);
  if (session.socket) send(session.socket, event);
}

function send(socket: WebSocket, payload: Json): void {
  socket.send(JSON.stringify(payload));
}
