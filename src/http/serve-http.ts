/** The HTTP server for health checks and metrics. */

import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describeError, Fault } from '../core/model/fault.js';
import type { Meter } from '../core/model/log.js';
import { createMetrics, type Metrics, type MetricInputs } from './metrics.js';

export interface OpenHttpParts extends MetricInputs {
  readonly host: string;
  readonly port: number;
}

export interface OpenHttp {
  readonly meter: Meter;
  close(): Promise<void>;
}

/** Serves the health and the metrics of a bot that may still be starting. @throws {Fault} `HTTP_UNAVAILABLE`. */
export async function openHttp({ host, port, corpus, isLive }: OpenHttpParts): Promise<OpenHttp> {
  const metrics = createMetrics({ corpus, isLive });
  const readiness = (): { corpus: boolean; gateway: boolean } => ({
    corpus: corpus() !== null,
    gateway: isLive(),
  });
  const server = await serveHttp({ host, port, readiness, metrics });
  return { meter: metrics.meter, close: () => server.close() };
}

/** The readiness of each part that the bot needs before it can answer. */
export type Readiness = Readonly<Record<'corpus' | 'gateway', boolean>>;

export interface HttpParts {
  readonly host: string;
  /** 0 for any free port. */
  readonly port: number;
  readonly readiness: () => Readiness;
  readonly metrics: Metrics;
}

export interface HttpServer {
  readonly port: number;
  close(): Promise<void>;
}

/**
 * Serves `/healthz` (200 when everything is ready, otherwise 503) and `/metrics`.
 *
 * @throws {Fault} `HTTP_UNAVAILABLE` with `detail` if the port cannot be opened.
 */
export async function serveHttp({ host, port, readiness, metrics }: HttpParts): Promise<HttpServer> {
  const server = createServer((request, response) => {
    respond(request, response, readiness, metrics).catch(() => {
      send(response, 500, 'text/plain', 'The metrics could not be read.\n');
    });
  });
  await listen(server, host, port);
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}

async function respond(
  { method, url = '' }: IncomingMessage,
  response: ServerResponse,
  readiness: () => Readiness,
  metrics: Metrics,
): Promise<void> {
  const [path] = url.split('?');
  if (path !== '/healthz' && path !== '/metrics') {
    send(response, 404, 'text/plain', 'There are /healthz and /metrics.\n');
  } else if (method !== 'GET' && method !== 'HEAD') {
    response.setHeader('allow', 'GET, HEAD');
    send(response, 405, 'text/plain', 'Only GET and HEAD are answered.\n');
  } else if (path === '/metrics') {
    send(response, 200, metrics.contentType, await metrics.read());
  } else {
    const ready = readiness();
    const isReady = Object.values(ready).every(Boolean);
    send(response, isReady ? 200 : 503, 'application/json', `${JSON.stringify({ isReady, ...ready })}\n`);
  }
}

function send(response: ServerResponse, status: number, type: string, body: string): void {
  response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' }).end(body);
}

function listen(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (cause) => {
      const detail = `${host}:${port} (${describeError(cause)})`;
      reject(new Fault('HTTP_UNAVAILABLE', `cannot listen on ${detail}`, { cause, facts: { detail } }));
    });
    server.listen(port, host, resolve);
  });
}
