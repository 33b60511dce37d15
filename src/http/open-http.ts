import type { Meter } from '../core/meter.js';
import { createMetrics, type MetricSources } from './create-metrics.js';
import { serveHttp } from './serve-http.js';

export interface OpenHttpParts extends MetricSources {
  readonly host: string;
  readonly port: number;
}

export interface OpenHttp {
  readonly meter: Meter;
  close(): Promise<void>;
}

/** Serves health and metrics of a bot that may still be starting. @throws {Fault} `HTTP_UNAVAILABLE`. */
export async function openHttp({ host, port, corpus, isLive }: OpenHttpParts): Promise<OpenHttp> {
  const metrics = createMetrics({ corpus, isLive });
  const readiness = (): { corpus: boolean; gateway: boolean } => ({
    corpus: corpus() !== null,
    gateway: isLive(),
  });
  const server = await serveHttp({ host, port, readiness, metrics });
  return { meter: metrics.meter, close: () => server.close() };
}
