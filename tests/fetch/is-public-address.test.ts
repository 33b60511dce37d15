import { describe, expect, it } from 'vitest';
import { isPublicAddress } from '../../src/fetch/address-guard.js';

describe('isPublicAddress', () => {
  it.each([
    ['8.8.8.8'],
    ['197.248.0.1'],
    ['172.15.255.255'],
    ['172.32.0.0'],
    ['100.63.255.255'],
    ['100.128.0.0'],
    ['223.255.255.255'],
    ['2606:4700:4700::1111'],
    ['::ffff:8.8.8.8'],
    ['64:ff9b::808:808'],
    ['2002:808:808::1'],
  ])('takes %s', (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });

  it.each([
    ['unspecified', '0.0.0.0'],
    ['of this network', '0.1.2.3'],
    ['loopback', '127.0.0.1'],
    ['loopback', '127.255.255.255'],
    ['private', '10.0.0.1'],
    ['private', '172.16.0.0'],
    ['private', '172.31.255.255'],
    ['private', '192.168.1.1'],
    ['link-local', '169.254.0.1'],
    ['metadata', '169.254.169.254'],
    ['platform', '168.63.129.16'],
    ['carrier-grade', '100.64.0.0'],
    ['carrier-grade', '100.127.255.255'],
    ['protocol', '192.0.0.1'],
    ['documentation', '192.0.2.1'],
    ['benchmarking', '198.18.0.1'],
    ['multicast', '224.0.0.1'],
    ['reserved', '240.0.0.1'],
    ['broadcast', '255.255.255.255'],
    ['unspecified', '::'],
    ['loopback', '::1'],
    ['compatible', '::127.0.0.1'],
    ['compatible', '::808:808'],
    ['link-local', 'fe80::1'],
    ['link-local with a zone', 'fe80::1%eth0'],
    ['site-local', 'fec0::1'],
    ['unique-local', 'fc00::1'],
    ['metadata', 'fd00:ec2::254'],
    ['multicast', 'ff02::1'],
    ['documentation', '2001:db8::1'],
    ['Teredo', '2001::1'],
    ['discard', '100::1'],
    ['mapped loopback', '::ffff:127.0.0.1'],
    ['mapped metadata', '::ffff:a9fe:a9fe'],
    ['translated', '::ffff:0:7f00:1'],
    ['metadata behind NAT64', '64:ff9b::a9fe:a9fe'],
    ['behind a NAT64 of the network', '64:ff9b:1::808:808'],
    ['private behind 6to4', '2002:a00:1::1'],
    ['not an address', 'example.com'],
    ['of three parts', '127.1'],
    ['nothing', ''],
  ])('refuses what is %s: %s', (_kind, address) => {
    expect(isPublicAddress(address)).toBe(false);
  });
});
