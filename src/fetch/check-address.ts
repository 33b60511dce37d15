import { isIP } from 'node:net';
import type { AddressGuard } from './address-guard.js';
import { refuse } from './refuse.js';

const DEFAULT_PORTS: Readonly<Record<string, number>> = { 'http:': 80, 'https:': 443 };

/**
 * Reads the address of a page and holds it against the guard; a name is resolved only when it is connected to.
 *
 * @param base - The page that leads there; absent for an address that a person wrote.
 * @throws {Fault} `FETCH_REFUSED`.
 */
export function checkAddress(address: string, guard: AddressGuard, base?: URL): URL {
  const url = parse(address, base);
  const port = DEFAULT_PORTS[url.protocol];
  if (port === undefined) throw refuse('not-web');
  if (base?.protocol === 'https:' && url.protocol === 'http:') throw refuse('downgrade');
  if (url.username !== '' || url.password !== '') throw refuse('credentials');
  if (!guard.allowsPort(url.port === '' ? port : Number(url.port))) throw refuse('port');
  // The parser has turned decimal, octal and hexadecimal forms into four parts.
  const host = url.hostname.replace(/^\[|\]$/gu, '');
  if (isIP(host) !== 0 && !guard.allowsAddress(host)) throw refuse('private-address');
  return url;
}

function parse(address: string, base: URL | undefined): URL {
  if (!URL.canParse(address, base?.href)) throw refuse('address-invalid');
  const url = new URL(address, base);
  url.hash = '';
  return url;
}
