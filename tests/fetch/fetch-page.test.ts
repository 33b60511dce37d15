import type { IncomingMessage, ServerResponse } from 'node:http';
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { FetchedPage, FetchRefusal, WantedPage } from '../../src/core/model/fetch-page.js';
import type { AddressGuard } from '../../src/fetch/address-guard.js';
import { createFetchPage, FETCH_LIMITS, type FetchLimits } from '../../src/fetch/fetch-page.js';
import { PATIENCE_MS } from '../support/patience.js';
import { allowOnly, startLocalWeb, type LocalWeb } from '../support/start-local-web.js';
import { expectRefusal } from './expect-refusal.js';

type Serve = (request: IncomingMessage, response: ServerResponse) => void;

const AT_ONCE_MS = 50;

let web: LocalWeb;
let serve: Serve;

beforeAll(async () => {
  web = await startLocalWeb((request, response) => {
    serve(request, response);
  });
});

afterAll(() => web.close());

beforeEach(() => {
  serve = (_request, response) => {
    sendHtml(response, 'hello');
  };
});

function sendHtml(
  response: ServerResponse,
  body: string | Uint8Array,
  headers: Readonly<Record<string, string>> = {},
): void {
  response.writeHead(200, { 'content-type': 'text/html', ...headers }).end(body);
}

interface Options {
  readonly names?: Readonly<Record<string, readonly string[]>>;
  readonly guard?: AddressGuard;
  readonly limits?: Partial<FetchLimits>;
  readonly wanted?: WantedPage;
}

function get(address: string, { names, guard, limits, wanted }: Options = {}): Promise<FetchedPage> {
  const fetchPage = createFetchPage({
    version: '1.2.3',
    guard: guard ?? allowOnly(web.port, names),
    limits: { ...FETCH_LIMITS, totalMs: PATIENCE_MS, ...limits },
  });
  return fetchPage(address.startsWith('/') ? web.origin + address : address, wanted);
}

const textOf = ({ bytes }: FetchedPage): string => Buffer.from(bytes).toString();

describe('a page that is fetched', () => {
  it('comes with its address, its kind and its bytes', async () => {
    serve = (_request, response) => {
      sendHtml(response, 'Habari', { 'content-type': 'Text/HTML; Charset="ISO-8859-1"' });
    };
    const page = await get('/news#top');
    expect(page).toMatchObject({
      url: `${web.origin}/news`,
      contentType: 'text/html',
      charset: 'iso-8859-1',
    });
    expect(textOf(page)).toBe('Habari');
  });

  it('is asked for by the name of the bot and without a cookie', async () => {
    let headers: IncomingMessage['headers'] = {};
    serve = (request, response) => {
      ({ headers } = request);
      response.writeHead(200, { 'content-type': 'text/html', 'set-cookie': 'a=1' }).end('');
    };
    await get('/');
    await get('/');
    expect(headers['user-agent']).toBe('Nukuu/1.2.3 (+Discord bot that quotes news articles)');
    expect(headers).not.toHaveProperty('cookie');
  });

  it('may be found by its name', async () => {
    expect(textOf(await get(`http://star.example:${web.port}/`))).toBe('hello');
  });

  it.each([
    ['gzip', gzipSync],
    ['x-gzip', gzipSync],
    ['br', brotliCompressSync],
    ['deflate', deflateSync],
    ['deflate', deflateRawSync],
    ['identity', (text: string) => Buffer.from(text)],
  ] as const)('is decompressed: %s', async (encoding, compress) => {
    serve = (_request, response) => {
      sendHtml(response, compress('hello again'), { 'content-encoding': encoding });
    };
    expect(textOf(await get('/'))).toBe('hello again');
  });

  it.each([
    ['text/plain; charset=utf-8', '/a', 'article', 'text/plain'],
    ['text/markdown', '/a', 'article', 'text/markdown'],
    ['application/pdf', '/a', 'article', 'application/pdf'],
    ['application/octet-stream', '/a.pdf', 'article', null],
    ['', '/a', 'article', null],
    ['application/rss+xml', '/feed', 'article-or-feed', 'application/rss+xml'],
    ['text/xml', '/feed', 'article-or-feed', 'text/xml'],
    ['text/html', '/feed', 'article-or-feed', 'text/html'],
  ] as const)('may be %s', async (type, path, wanted, contentType) => {
    serve = (_request, response) => {
      response.writeHead(200, type === '' ? {} : { 'content-type': type }).end('x');
    };
    expect(await get(path, { wanted })).toMatchObject({ contentType });
  });
});

describe('a redirect', () => {
  /** `/5` leads to `/4`, and so on to `/0`, which is a page. */
  beforeEach(() => {
    serve = ({ url = '' }, response) => {
      const left = Number(url.slice(1));
      if (left === 0) sendHtml(response, 'arrived');
      else response.writeHead(302, { location: `/${left - 1}` }).end();
    };
  });

  it('is followed five times', async () => {
    const page = await get('/5');
    expect([page.url, textOf(page)]).toEqual([`${web.origin}/0`, 'arrived']);
  });

  it('is not followed a sixth time', async () => {
    const before = web.asked.length;
    await expectRefusal(() => get('/6'), 'too-many-redirects');
    expect(web.asked.slice(before)).toEqual(['/6', '/5', '/4', '/3', '/2', '/1']);
  });

  it.each([301, 302, 303, 307, 308])('with status %i is followed', async (status) => {
    serve = ({ url }, response) => {
      if (url === '/there') sendHtml(response, 'there');
      else response.writeHead(status, { location: 'there' }).end();
    };
    expect(textOf(await get('/here'))).toBe('there');
  });

  it.each<[string, FetchRefusal, string | undefined]>([
    ['to itself', 'redirect-loop', '/here'],
    ['to itself at another place', 'redirect-loop', '/here#end'],
    ['to loopback under another number', 'private-address', 'http://127.0.0.2/'],
    ['to the metadata service', 'private-address', 'http://169.254.169.254/latest/meta-data/'],
    ['to loopback in IPv6', 'private-address', 'http://[::1]/'],
    ['to a private address as a number', 'private-address', 'http://3232235777/'],
    ['to a private address in octal', 'private-address', 'http://0300.0250.1.1/'],
    ['to a private address in hexadecimal', 'private-address', 'http://0xc0a80101/'],
    ['to a file', 'not-web', 'file:///etc/passwd'],
    ['with a password', 'credentials', 'http://a:b@star.example/'],
    ['to nowhere', 'redirect-loop', undefined],
    ['to what is no address', 'address-invalid', 'http://'],
  ])('%s is refused', async (_name, why, location) => {
    serve = (_request, response) => {
      response.writeHead(302, location === undefined ? {} : { location }).end();
    };
    const guard = { ...allowOnly(web.port), allowsPort: () => true };
    await expectRefusal(() => get('/here', { guard }), why);
  });

  it('in a circle is refused', async () => {
    serve = ({ url }, response) => {
      response.writeHead(302, { location: url === '/a' ? '/b' : '/a' }).end();
    };
    await expectRefusal(() => get('/a'), 'redirect-loop');
  });

  it('to a name that leads into a private network is refused', async () => {
    serve = (_request, response) => {
      response.writeHead(302, { location: `http://inside.example:${web.port}/` }).end();
    };
    await expectRefusal(() => get('/', { names: { 'inside.example': ['10.0.0.7'] } }), 'private-address');
  });
});

describe('a name', () => {
  it.each([
    ['a private address', ['10.0.0.7']],
    ['the metadata service', ['169.254.169.254']],
    ['a mapped private address', ['::ffff:10.0.0.7']],
    ['one private address among public ones', ['127.0.0.1', '192.168.0.1']],
  ])('that resolves to %s is refused', async (_name, addresses) => {
    const before = web.asked.length;
    const names = { 'inside.example': addresses };
    await expectRefusal(() => get(`http://inside.example:${web.port}/`, { names }), 'private-address');
    expect(web.asked.length).toBe(before);
  });

  it('is resolved once a connection, so that it cannot mean something else later', async () => {
    const answers = [['127.0.0.1'], ['10.0.0.7']];
    const guard: AddressGuard = {
      ...allowOnly(web.port),
      resolve: () => Promise.resolve((answers.shift() ?? []).map((address) => ({ address, family: 4 }))),
    };
    expect(textOf(await get(`http://rebinding.example:${web.port}/`, { guard }))).toBe('hello');
    expect(answers).toEqual([['10.0.0.7']]);
  });

  it('that resolves to nothing, or not at all, is refused', async () => {
    const names = { 'nobody.example': [] };
    await expectRefusal(() => get(`http://nobody.example:${web.port}/`, { names }), 'host-unknown');
    const guard: AddressGuard = {
      ...allowOnly(web.port),
      resolve: () => Promise.reject(Object.assign(new Error('no such name'), { code: 'ENOTFOUND' })),
    };
    await expectRefusal(() => get(`http://nobody.example:${web.port}/`, { guard }), 'host-unknown');
  });
});

describe('a page that is too slow is refused', () => {
  const limits = { totalMs: AT_ONCE_MS };

  it('in its headers', async () => {
    serve = () => undefined;
    await expectRefusal(() => get('/', { limits }), 'too-slow');
  });

  it('in its body', async () => {
    serve = (_request, response) => {
      response.writeHead(200, { 'content-type': 'text/html' }).write('<p>Once');
    };
    await expectRefusal(() => get('/', { limits }), 'too-slow');
  });

  it('in a compressed body', async () => {
    serve = (_request, response) => {
      response.writeHead(200, { 'content-type': 'text/html', 'content-encoding': 'gzip' });
      response.write(gzipSync('<p>Once').subarray(0, 12));
    };
    await expectRefusal(() => get('/', { limits }), 'too-slow');
  });

  it('in its name', async () => {
    const guard = { ...allowOnly(web.port), resolve: () => new Promise<never>(() => undefined) };
    await expectRefusal(() => get(`http://slow.example:${web.port}/`, { guard, limits }), 'too-slow');
  });
});

describe('the size of a page', () => {
  const limits = { maxBytes: 1000 };

  it.each([
    [999, true],
    [1000, true],
    [1001, false],
  ])('may be 1000 bytes: %i', async (size, isTaken) => {
    serve = (_request, response) => {
      response.writeHead(200, { 'content-type': 'text/html' });
      response.write('x'.repeat(size));
      response.end();
    };
    if (isTaken) expect((await get('/', { limits })).bytes.length).toBe(size);
    else await expectRefusal(() => get('/', { limits }), 'too-large');
  });

  it('is believed where the server says that it is too large', async () => {
    serve = (_request, response) => {
      response.writeHead(200, { 'content-type': 'text/html', 'content-length': '1001' }).write('x');
    };
    await expectRefusal(() => get('/', { limits }), 'too-large');
  });

  it.each([
    ['gzip', gzipSync],
    ['br', brotliCompressSync],
    ['deflate', deflateSync],
  ] as const)('is that of what %s unpacks to', async (encoding, compress) => {
    const bomb = compress(Buffer.alloc(20 * 1024 * 1024));
    expect(bomb.length).toBeLessThan(100_000);
    serve = (_request, response) => {
      sendHtml(response, bomb, { 'content-encoding': encoding });
    };
    await expectRefusal(() => get('/'), 'too-large');
  });

  it('is never taken on the word of a server that sends without end', async () => {
    let sent = 0;
    serve = (_request, response) => {
      response.writeHead(200, { 'content-type': 'text/html' });
      const send = (): void => {
        while (!response.destroyed && response.write('x'.repeat(10_000))) sent += 10_000;
      };
      response.on('drain', send);
      send();
    };
    await expectRefusal(() => get('/', { limits }), 'too-large');
    expect(sent).toBeGreaterThan(1000);
  });
});

describe('what a server sends is refused', () => {
  it.each([
    ['image/png', 'article'],
    ['application/json', 'article'],
    ['application/zip', 'article-or-feed'],
    ['application/octet-stream', 'article'],
    ['application/rss+xml', 'article'],
    ['text/xml', 'article'],
  ] as const)('when it is %s and an %s is wanted', async (type, wanted) => {
    serve = (_request, response) => {
      response.writeHead(200, { 'content-type': type }).end('x');
    };
    await expectRefusal(() => get('/', { wanted }), 'wrong-type');
  });

  it.each<[number, FetchRefusal]>([
    [304, 'refused'],
    [400, 'refused'],
    [401, 'forbidden'],
    [402, 'paywall'],
    [403, 'forbidden'],
    [404, 'not-found'],
    [410, 'not-found'],
    [429, 'busy'],
    [451, 'forbidden'],
    [500, 'server-error'],
    [503, 'busy'],
  ])('with status %i', async (status, why) => {
    serve = (_request, response) => {
      response.writeHead(status, { 'content-type': 'text/html' }).end();
    };
    await expectRefusal(() => get('/'), why);
  });

  it.each<[string, FetchRefusal, Serve]>([
    [
      'it is not as compressed as it says',
      'garbled',
      (_request, response) => {
        sendHtml(response, 'hello', { 'content-encoding': 'gzip' });
      },
    ],
    [
      'its compression breaks off',
      'garbled',
      (_request, response) => {
        sendHtml(response, gzipSync('hello').subarray(0, 15), { 'content-encoding': 'gzip' });
      },
    ],
    [
      'it is compressed in a way that was not asked for',
      'garbled',
      (_request, response) => {
        sendHtml(response, 'hello', { 'content-encoding': 'gzip, gzip' });
      },
    ],
    [
      'it is shorter than it says',
      'garbled',
      (_request, response) => {
        response.writeHead(200, { 'content-type': 'text/html', 'content-length': '100' });
        response.write('hello', () => response.socket?.end());
      },
    ],
    [
      'it is no HTTP',
      'garbled',
      ({ socket }) => {
        socket.end('220 mail.example ESMTP\r\n');
      },
    ],
  ])('when %s', async (_name, why, serveBadly) => {
    serve = serveBadly;
    await expectRefusal(() => get('/'), why);
  });

  it('when there is no server', async () => {
    const gone = await startLocalWeb(() => undefined);
    await gone.close();
    await expectRefusal(() => get(gone.origin, { guard: allowOnly(gone.port) }), 'unreachable');
  });

  it('when it cannot be encrypted', async () => {
    await expectRefusal(() => get(`https://127.0.0.1:${web.port}/`), 'certificate');
  });
});
