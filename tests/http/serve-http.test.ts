import { afterEach, describe, expect, it } from 'vitest';
import type { CorpusSummary } from '../../src/core/model/corpus.js';
import { createMetrics, type Metrics } from '../../src/http/metrics.js';
import { serveHttp, type HttpServer, type Readiness } from '../../src/http/serve-http.js';

const CORPUS: CorpusSummary = { revision: '0a1b2c3', articles: 4, passages: 90, from: null, to: null };
const READY: Readiness = { corpus: true, gateway: true };

const servers: HttpServer[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

async function serve(readiness: Readiness = READY, metrics: Metrics = makeMetrics()): Promise<string> {
  const server = await serveHttp({ host: '127.0.0.1', port: 0, readiness: () => readiness, metrics });
  servers.push(server);
  return `http://127.0.0.1:${server.port}`;
}

function makeMetrics(): Metrics {
  return createMetrics({ corpus: () => CORPUS, isLive: () => true });
}

describe('/healthz', () => {
  it.each([
    [READY, 200],
    [{ corpus: false, gateway: true }, 503],
    [{ corpus: true, gateway: false }, 503],
  ])('says of %o %i', async (readiness, status) => {
    const response = await fetch(`${await serve(readiness)}/healthz`);
    expect(response.status).toBe(status);
    expect(await response.json()).toEqual({ isReady: status === 200, ...readiness });
  });

  it('takes only GET and HEAD', async () => {
    const response = await fetch(`${await serve()}/healthz`, { method: 'POST' });
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
  });
});

describe('/metrics', () => {
  it('counts questions and reloads by how they ended, and says what is loaded', async () => {
    const metrics = makeMetrics();
    metrics.meter.answered('found', 0.004);
    metrics.meter.answered('found', 0.3);
    metrics.meter.answered('nothing-found', 0.001);
    metrics.meter.answered('failed', 1);
    metrics.meter.reloaded('held');
    const response = await fetch(`${await serve(READY, metrics)}/metrics`);
    const lines = (await response.text()).split('\n');

    expect(response.headers.get('content-type')).toContain('text/plain');
    expect(lines).toEqual(
      expect.arrayContaining([
        'nukuu_questions_total{outcome="found"} 2',
        'nukuu_questions_total{outcome="nothing-found"} 1',
        'nukuu_questions_total{outcome="failed"} 1',
        'nukuu_answer_seconds_bucket{le="0.005"} 2',
        'nukuu_answer_seconds_count 3',
        'nukuu_reloads_total{outcome="held"} 1',
        'nukuu_corpus_articles 4',
        'nukuu_corpus_passages 90',
        'nukuu_gateway_up 1',
      ]),
    );
  });

  it('keeps the counts of two servers apart', async () => {
    const metrics = makeMetrics();
    metrics.meter.answered('found', 0.004);
    const other = await (await fetch(`${await serve()}/metrics`)).text();
    expect(other).not.toContain('nukuu_questions_total{');
  });
});

it('answers 404 elsewhere, naming what there is', async () => {
  const response = await fetch(`${await serve()}/`);
  expect([response.status, await response.text()]).toEqual([404, 'There are /healthz and /metrics.\n']);
});

it('says which address cannot be opened', async () => {
  const port = Number(new URL(await serve()).port);
  const second = serveHttp({ host: '127.0.0.1', port, readiness: () => READY, metrics: makeMetrics() });
  await expect(second).rejects.toMatchObject({
    code: 'HTTP_UNAVAILABLE',
    facts: { detail: `127.0.0.1:${port} (EADDRINUSE)` },
  });
});
