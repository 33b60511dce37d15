import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { AddressGuard } from '../../src/fetch/address-guard.js';
import { isPublicAddress } from '../../src/fetch/address-guard.js';

/** A web server on loopback. */
export interface LocalWeb {
  /** `http://127.0.0.1:<port>`. */
  readonly origin: string;
  readonly port: number;
  /** The requested paths, in order. */
  readonly asked: readonly string[];
  close(): Promise<void>;
}

/** Serves pages on loopback until it is closed; requests that are still running then are cut off. */
export async function startLocalWeb(serve: RequestListener): Promise<LocalWeb> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    serve(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    port,
    asked,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}

/**
 * Creates a guard that allows public addresses and one local server, to which every name except `names` resolves.
 *
 * @param names - The addresses to which these names resolve instead.
 */
export function allowOnly(
  port: number,
  names: Readonly<Record<string, readonly string[]>> = {},
): AddressGuard {
  return {
    resolve: (hostname) =>
      Promise.resolve(
        (names[hostname] ?? ['127.0.0.1']).map((address) => ({
          address,
          family: address.includes(':') ? 6 : 4,
        })),
      ),
    allowsAddress: (address) => address === '127.0.0.1' || isPublicAddress(address),
    allowsPort: (asked) => asked === port,
  };
}
