import ipaddr, { type IPv4, type IPv6 } from 'ipaddr.js';

/** The address at which machines in Azure find their keys: public by its number only. */
const AZURE_PLATFORM = '168.63.129.16';
/** All that is given to the public internet (RFC 4291, 2.5.4; IANA IPv6 Address Space). */
const GLOBAL_UNICAST: [IPv6, number] = [ipaddr.IPv6.parse('2000::'), 3];
/** RFC 6052; networks without IPv4 reach it through this prefix. */
const NAT64: [IPv6, number] = [ipaddr.IPv6.parse('64:ff9b::'), 96];
const SIX_TO_FOUR: [IPv6, number] = [ipaddr.IPv6.parse('2002::'), 16];
const MAPPED: [IPv6, number] = [ipaddr.IPv6.parse('::ffff:0:0'), 96];

/** Whether an address is one of the public internet; an IPv4 address inside an IPv6 one must be public itself. */
export function isPublicAddress(address: string): boolean {
  if (ipaddr.IPv4.isValidFourPartDecimal(address)) return isPublicIpv4(ipaddr.IPv4.parse(address));
  if (!ipaddr.IPv6.isValid(address)) return false;
  const ipv6 = ipaddr.IPv6.parse(address);
  const inner = findInnerAddress(ipv6);
  if (inner) return isPublicIpv4(inner);
  return ipv6.match(GLOBAL_UNICAST) && ipv6.range() === 'unicast';
}

function isPublicIpv4(address: IPv4): boolean {
  return address.range() === 'unicast' && address.toString() !== AZURE_PLATFORM;
}

function findInnerAddress(address: IPv6): IPv4 | null {
  const bytes = address.toByteArray();
  if (address.match(MAPPED) || address.match(NAT64)) return new ipaddr.IPv4(bytes.slice(12));
  return address.match(SIX_TO_FOUR) ? new ipaddr.IPv4(bytes.slice(2, 6)) : null;
}
