import { lookup } from 'node:dns/promises';
import { isPublicAddress } from './is-public-address.js';

export interface ResolvedAddress {
  readonly address: string;
  readonly family: number;
}

/** Decides where a request may go. */
export interface AddressGuard {
  /** Rejects with a system error such as `ENOTFOUND`. */
  resolve(hostname: string): Promise<readonly ResolvedAddress[]>;
  /** @param address - IPv4 or IPv6 as a resolver or `URL` writes it, without brackets. */
  allowsAddress(address: string): boolean;
  allowsPort(port: number): boolean;
}

const WEB_PORTS: readonly number[] = [80, 443, 8080, 8443];

/** Lets requests go to the public web alone. */
export const PUBLIC_WEB: AddressGuard = {
  resolve: (hostname) => lookup(hostname, { all: true }),
  allowsAddress: isPublicAddress,
  allowsPort: (port) => WEB_PORTS.includes(port),
};
