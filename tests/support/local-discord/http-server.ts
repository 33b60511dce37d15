import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import { ApiError, invalidForm, unauthorized, unknownRoute } from './api-error.js';
import type { StoredAttachment } from './attachments.js';
import type { ChangeSignal } from './change-signal.js';
import type { Failure, FailurePlan } from './failures.js';
import type { Json } from './json.js';
import { asRecord } from './json.js';
import type { RequestBody } from './request-body.js';
import { readRequestBody } from './request-body.js';
import type { Reply, Route } from './router.js';
import { createRouter } from './router.js';
import type { SchemaChecker } from './schema-checker.js';

const API_PREFIX = '/api/v10';

/** A request as tests see it, never with its Authorization. */
export interface RecordedRequest {
  readonly method: string;
  /** Begins after `/api/v10`, as received; without the query. */
  readonly path: string;
  readonly query: string;
  readonly body: unknown;
  /** The names of the files sent with it. */
  readonly files: readonly string[];
  /** The response's status; 0 as long as none was sent. */
  status: number;
}

export interface HttpServerParts {
  readonly token: string;
  readonly routes: readonly Route[];
  readonly failures: FailurePlan;
  readonly schemas: SchemaChecker | null;
  readonly requests: RecordedRequest[];
  readonly violations: string[];
  readonly attachments: ReadonlyMap<string, StoredAttachment>;
  readonly signal: ChangeSignal;
}

export interface HttpServer {
  readonly server: Server;
  close(): Promise<void>;
}

/** Creates the HTTP server, which does not listen yet. */
export function createHttpServer(parts: HttpServerParts): HttpServer {
  const timers = new Set<NodeJS.Timeout>();
  const answer = createAnswerer(parts, timers);
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      parts.violations.push(`the local Discord failed: ${String(error)}`);
      response.destroy();
    });
  });
  return {
    server,
    close: () =>
      new Promise((resolve) => {
        for (const timer of timers) clearTimeout(timer);
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}

type Answerer = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

function createAnswerer(parts: HttpServerParts, timers: Set<NodeJS.Timeout>): Answerer {
  const handle = createHandler(parts);
  return async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    const body = await readRequestBody(request);
    const recorded = record(request, url, body);
    if (url.pathname.startsWith('/attachments/')) {
      const attachment = parts.attachments.get(url.pathname.split('/')[2] ?? '');
      deliver(response, recorded, toFileReply(attachment), parts.failures.take(recorded), timers);
      return;
    }
    parts.requests.push(recorded);
    const failure = parts.failures.take(recorded);
    const reply = isHandled(failure) ? handle(request, url, body, failure !== null) : null;
    deliver(response, recorded, reply, failure, timers);
    parts.signal.notify();
  };
}

function record(
  { method = 'GET' }: IncomingMessage,
  url: URL,
  { json, files }: RequestBody,
): RecordedRequest {
  const path = url.pathname.replace(API_PREFIX, '');
  return { method, path, query: url.search, body: json, files: files.map(({ name }) => name), status: 0 };
}

function isHandled(failure: Failure | null): boolean {
  if (failure === null || failure.kind === 'lost') return true;
  return failure.kind === 'reset' && failure.handled === true;
}

function createHandler(parts: HttpServerParts) {
  const findRoute = createRouter(parts.routes);
  return (request: IncomingMessage, url: URL, body: RequestBody, isAnswerLost: boolean): Reply => {
    const { method = 'GET' } = request;
    const { pathname } = url;
    const found = pathname.startsWith(API_PREFIX)
      ? findRoute(method, pathname.slice(API_PREFIX.length))
      : null;
    const name = `${method} ${found?.route.path ?? pathname}`;
    const remark = (sentence: string): void => {
      parts.violations.push(`${name}: ${sentence}`);
    };
    try {
      if (!found) throw unknownRoute(name);
      const { route, params } = found;
      if (!route.isOpen && request.headers.authorization !== `Bot ${parts.token}`) throw unauthorized(name);
      const refuse: (problems: Parameters<typeof invalidForm>[0]) => void = (problems) => {
        if (problems.length > 0) throw invalidForm(problems);
        const broken = parts.schemas?.checkRequest(method, route.path, body.json) ?? [];
        if (broken.length > 0) throw invalidForm(broken);
      };
      const { json, files } = body;
      return route.handle({
        params,
        query: url.searchParams,
        body: json,
        files,
        isAnswerLost,
        refuse,
        remark,
      });
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      for (const sentence of error.violations) remark(sentence);
      return { status: error.status, body: error.body };
    }
  };
}

function deliver(
  response: ServerResponse,
  recorded: RecordedRequest,
  reply: Reply | null,
  failure: Failure | null,
  timers: Set<NodeJS.Timeout>,
): void {
  const sendNow = (answer: Reply): void => {
    recorded.status = answer.status;
    send(response, answer);
  };
  if (failure?.kind === 'reset') response.destroy();
  else if (failure?.kind === 'status') sendNow(failure);
  else if (reply && failure === null) sendNow(reply);
  else if (reply && failure?.afterMs !== undefined) {
    const timer = setTimeout(() => {
      timers.delete(timer);
      sendNow(reply);
    }, failure.afterMs);
    timers.add(timer);
  }
}

function send(response: ServerResponse, { status, body, file }: Reply): void {
  if (file) {
    const headers = { 'content-type': file.contentType, 'content-length': file.content.length };
    response.writeHead(status, headers).end(file.content);
    return;
  }
  if (body === undefined) {
    response.writeHead(status).end();
    return;
  }
  const headers: Json = { 'content-type': 'application/json' };
  const retryAfter = asRecord(body)['retry_after'];
  if (typeof retryAfter === 'number') headers['retry-after'] = String(retryAfter);
  response.writeHead(status, headers as Record<string, string>).end(JSON.stringify(body));
}

function toFileReply(attachment: StoredAttachment | undefined): Reply {
  if (!attachment) return { status: 404 };
  const { contentType, content } = attachment;
  return { status: 200, file: { contentType: contentType ?? 'application/octet-stream', content } };
}
