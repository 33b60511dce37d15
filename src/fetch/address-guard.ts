/** Decides which addresses a page may be fetched from. */

import { lookup } from 'node:dns/promises';
import { isIP, type LookupFunction } from 'node:net';
import ipaddr, { type IPv4, type IPv6 } from 'ipaddr.js';
import { Fault } from '../core/model/fault.js';
import type { FetchRefusal } from '../core/model/fetch-page.js';

interface ResolvedAddress {
  readonly address: string;
  readonly family: number;
}

/** The rules for the addresses that requests may reach. */
export interface AddressGuard {
  /** Rejects with a system error such as `ENOTFOUND`. */
  resolve(hostname: string): Promise<readonly ResolvedAddress[]>;
  /** @param address - IPv4 or IPv6 as a resolver or `URL` writes it, without brackets. */
  allowsAddress(address: string): boolean;
  allowsPort(port: number): boolean;
}

const WEB_PORTS: readonly number[] = [80, 443, 8080, 8443];

/** Allows requests to the public web only. */
export const PUBLIC_WEB: AddressGuard = {
  resolve: (hostname) => lookup(hostname, { all: true }),
  allowsAddress: isPublicAddress,
  allowsPort: (port) => WEB_PORTS.includes(port),
};

/** Creates the fault for a page that is refused. */
export function refuse(why: FetchRefusal, cause?: unknown): Fault {
  return new Fault('FETCH_REFUSED', `the page is not taken: ${why}`, { cause, facts: { why } });
}

const DEFAULT_PORTS: Readonly<Record<string, number>> = { 'http:': 80, 'https:': 443 };

/**
 * Parses the address of a page and checks it against the guard. A host name is not resolved here; see
 * {@link createLookup}.
 *
 * @param base - The page that redirects there; absent for an address that a person entered.
 * @throws {Fault} `FETCH_REFUSED`.
 */
export function checkAddress(address: string, guard: AddressGuard, base?: URL): URL {
  const url = parse(address, base);
  const port = DEFAULT_PORTS[url.protocol];
  if (port === undefined) throw refuse('not-web');
  if (base?.protocol === 'https:' && url.protocol === 'http:') throw refuse('downgrade');
  if (url.username !== '' || url.password !== '') throw refuse('credentials');
  if (!guard.allowsPort(url.port === '' ? port : Number(url.port))) throw refuse('port');
  // The parser has turned decimal, octal and hexadecimal IPv4 forms into dotted decimal.
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

/**
 * Creates the `lookup` of a socket. It checks the very addresses that the socket connects to, so that a name cannot
 * resolve to others between the check and the connection. It refuses a name if any of its addresses is not allowed.
 */
export function createLookup(guard: AddressGuard): LookupFunction {
  return (hostname, options, callback) => {
    guard.resolve(hostname).then(
      (addresses) => {
        const error = findRefusal(addresses, guard);
        const [first] = addresses;
        if (error || !first) callback(error ?? refuse('host-unknown'), '');
        else if (options.all) callback(null, [...addresses]);
        else callback(null, first.address, first.family);
      },
      (error: unknown) => {
        callback(error instanceof Error ? error : refuse('host-unknown', error), '');
      },
    );
  };
}

function findRefusal(addresses: readonly ResolvedAddress[], guard: AddressGuard): Error | null {
  return addresses.every(({ address }) => guard.allowsAddress(address)) ? null : refuse('private-address');
}

/** All addresses that are allocated to the public internet (RFC 4291, 2.5.4; IANA IPv6 Address Space). */
const GLOBAL_UNICAST: [IPv6, number] = [ipaddr.IPv6.parse('2000::'), 3];

/** True for an address of the public internet; an IPv4 address inside an IPv6 one must be public itself. */
export function isPublicAddress(address: string): boolean {
  if (ipaddr.IPv4.isValidFourPartDecimal(address)) return isPublicIpv4(ipaddr.IPv4.parse(address));
  if (!ipaddr.IPv6.isValid(address)) return false;
  const ipv6 = ipaddr.IPv6.parse(address);
  const ipv4 = findInnerAddress(ipv6);
  if (ipv4) return isPublicIpv4(ipv4);
  return ipv6.match(GLOBAL_UNICAST) && ipv6.range() === 'unicast';
}

/** The address from which machines in Azure get their keys: it only looks public. */
const AZURE_PLATFORM = '168.63.129.16';

function isPublicIpv4(address: IPv4): boolean {
  return address.range() === 'unicast' && address.toString() !== AZURE_PLATFORM;
}

const MAPPED: [IPv6, number] = [ipaddr.IPv6.parse('::ffff:0:0'), 96];
/** RFC 6052; IPv6-only networks reach IPv4 through this prefix. */
const NAT64: [IPv6, number] = [ipaddr.IPv6.parse('64:ff9b::'), 96];
const SIX_TO_FOUR: [IPv6, number] = [ipaddr.IPv6.parse('2002::'), 16];

function findInnerAddress(address: IPv6): IPv4 | null {
  const bytes = address.toByteArray();
  if (address.match(MAPPED) || address.match(NAT64)) return new ipaddr.IPv4(bytes.slice(12));
  return address.match(SIX_TO_FOUR) ? new ipaddr.IPv4(bytes.slice(2, 6)) : null;
}
