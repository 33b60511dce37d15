import type { LookupFunction } from 'node:net';
import type { AddressGuard, ResolvedAddress } from './address-guard.js';
import { refuse } from './refuse.js';

/**
 * The lookup of a socket: the addresses that it gives are those that are connected to, so that a name cannot
 * mean something else between the check and the connection. Refuses a name if any of its addresses is not allowed.
 */
export function createLookup(guard: AddressGuard): LookupFunction {
  return (hostname, options, callback) => {
    guard.resolve(hostname).then(
      (addresses) => {
        const error = check(addresses, guard);
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

function check(addresses: readonly ResolvedAddress[], guard: AddressGuard): Error | null {
  return addresses.every(({ address }) => guard.allowsAddress(address)) ? null : refuse('private-address');
}
