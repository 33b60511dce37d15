import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import { json } from 'node:stream/consumers';
import Database from 'libsql';
import { PATIENCE_MS } from './patience.js';

/** A libSQL server on loopback. */
export interface LibsqlServer {
  readonly url: string;
  close(): void;
}

type Value =
  | { readonly type: 'null' }
  | { readonly type: 'integer' | 'text'; readonly value: string }
  | { readonly type: 'float'; readonly value: number };

interface Statement {
  readonly sql?: string;
  readonly sql_id?: number;
  readonly args: readonly Value[];
}

type Condition =
  { readonly type: 'ok'; readonly step: number } | { readonly type: 'not'; readonly cond: Condition };

type Request =
  | { readonly type: 'execute'; readonly stmt: Statement }
  | {
      readonly type: 'batch';
      readonly batch: { readonly steps: readonly { condition?: Condition; stmt: Statement }[] };
    }
  | { readonly type: 'store_sql'; readonly sql_id: number; readonly sql: string }
  | { readonly type: 'close_sql' | 'close' };

interface Stream {
  readonly database: Database.Database;
  readonly stored: Map<number, string>;
}

/**
 * Serves a database file as Hrana 2 over HTTP, the protocol that libSQL servers and clients share
 * (https://github.com/tursodatabase/libsql/blob/main/docs/HRANA_2_SPEC.md), as far as the client uses it.
 *
 * @param token - Requests without it are refused.
 */
export async function serveLibsql(file: string, token: string): Promise<LibsqlServer> {
  const streams = new Map<string, Stream>();
  const answer = async (message: IncomingMessage) => {
    const { baton, requests } = (await json(message)) as { baton?: string; requests: readonly Request[] };
    const id = baton ?? randomUUID();
    const stream = streams.get(id) ?? {
      database: new Database(file, { timeout: PATIENCE_MS }),
      stored: new Map(),
    };
    streams.set(id, stream);
    const results = requests.map((request) => answerRequest(stream, request));
    if (!requests.some(({ type }) => type === 'close')) return { baton: id, base_url: null, results };
    streams.delete(id);
    stream.database.close();
    return { baton: null, base_url: null, results };
  };

  const server = createServer((message, response) => {
    if (message.headers.authorization !== `Bearer ${token}`) response.writeHead(401).end();
    else if (message.url !== '/v2/pipeline') response.writeHead(404).end();
    else void answer(message).then((body) => response.end(JSON.stringify(body)));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (typeof address !== 'object' || !address) throw new Error('the server listens');
  return {
    url: `libsql://127.0.0.1:${address.port}?tls=0&authToken=${token}`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

function answerRequest(stream: Stream, request: Request): object {
  try {
    return { type: 'ok', response: { type: request.type, result: runRequest(stream, request) } };
  } catch (error) {
    return { type: 'error', error: describe(error) };
  }
}

function runRequest(stream: Stream, request: Request): object | null {
  switch (request.type) {
    case 'execute':
      return runStatement(stream, request.stmt);
    case 'batch':
      return runBatch(stream, request.batch.steps);
    case 'store_sql':
      stream.stored.set(request.sql_id, request.sql);
      return null;
    case 'close_sql':
    case 'close':
      return null;
  }
}

function runBatch(
  stream: Stream,
  steps: readonly { readonly condition?: Condition; readonly stmt: Statement }[],
): object {
  const results: (object | null)[] = steps.map(() => null);
  const errors: (object | null)[] = steps.map(() => null);
  const holds = (condition: Condition): boolean =>
    condition.type === 'ok' ? results[condition.step] !== null : !holds(condition.cond);
  steps.forEach(({ condition, stmt }, i) => {
    if (condition && !holds(condition)) return;
    try {
      results[i] = runStatement(stream, stmt);
    } catch (error) {
      errors[i] = describe(error);
    }
  });
  return { step_results: results, step_errors: errors };
}

function runStatement({ database, stored }: Stream, { sql, sql_id = -1, args }: Statement): object {
  const statement = database.prepare(sql ?? stored.get(sql_id) ?? '');
  const values = args.map((each) => {
    if (each.type === 'null') return null;
    return each.type === 'integer' ? BigInt(each.value) : each.value;
  });
  if (!statement.reader) {
    return { cols: [], rows: [], affected_row_count: statement.run(values).changes, last_insert_rowid: null };
  }
  const rows = statement.raw(true).all(values) as unknown[][];
  const cols = statement.columns().map(({ name }) => ({ name }));
  return { cols, rows: rows.map((row) => row.map(toValue)), affected_row_count: 0, last_insert_rowid: null };
}

function toValue(value: unknown): Value {
  if (value === null) return { type: 'null' };
  if (typeof value === 'string') return { type: 'text', value };
  if (typeof value !== 'number') throw new TypeError('no value of this program');
  return Number.isInteger(value) ? { type: 'integer', value: String(value) } : { type: 'float', value };
}

function describe(error: unknown): { readonly message: string; readonly code: string } {
  const { message, code } = error as Error & { readonly code: string };
  return { message, code };
}
