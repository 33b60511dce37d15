import { describe, expect, it } from 'vitest';
import type { FetchRefusal } from '../../src/core/model/fetch-page.js';
import { PUBLIC_WEB } from '../../src/fetch/address-guard.js';
import { checkAddress } from '../../src/fetch/address-guard.js';
import { expectRefusal } from './expect-refusal.js';

const check = (address: string, from?: string): string =>
  checkAddress(address, PUBLIC_WEB, from === undefined ? undefined : new URL(from)).href;

describe('checkAddress', () => {
  it.each([
    ['https://star.example/a?b=1', 'https://star.example/a?b=1'],
    ['https://star.example/a#top', 'https://star.example/a'],
    ['http://star.example:80/', 'http://star.example/'],
    ['http://star.example:8080/', 'http://star.example:8080/'],
    ['https://star.example:8443/', 'https://star.example:8443/'],
    ['http://8.8.8.8/', 'http://8.8.8.8/'],
  ])('takes %s', (address, href) => {
    expect(check(address)).toBe(href);
  });

  it.each<[FetchRefusal, string]>([
    ['address-invalid', 'star.example/a'],
    ['address-invalid', 'https://'],
    ['address-invalid', 'http://127.0.0.1.1.1/'],
    ['not-web', 'ftp://star.example/'],
    ['not-web', 'file:///etc/passwd'],
    ['not-web', 'javascript:alert(1)'],
    ['not-web', 'data:text/html,hello'],
    ['credentials', 'https://user@star.example/'],
    ['credentials', 'https://:secret@star.example/'],
    ['port', 'https://star.example:22/'],
    ['port', 'http://star.example:6379/'],
    ['private-address', 'http://127.0.0.1/'],
    ['private-address', 'http://127.0.0.1./'],
    ['private-address', 'http://127.1/'],
    ['private-address', 'http://2130706433/'],
    ['private-address', 'http://0177.0.0.1/'],
    ['private-address', 'http://0x7f000001/'],
    ['private-address', 'http://0x7f.0x0.0x0.0x1/'],
    ['private-address', 'http://１２７.０.０.１/'],
    ['private-address', 'http://0/'],
    ['private-address', 'http://169.254.169.254/latest/meta-data/'],
    ['private-address', 'http://[::1]/'],
    ['private-address', 'http://[::ffff:169.254.169.254]/'],
    ['private-address', 'http://[64:ff9b::7f00:1]/'],
    ['private-address', 'http://[fd00:ec2::254]/'],
  ])('refuses as %s: %s', async (why, address) => {
    await expectRefusal(() => check(address), why);
  });

  it('follows a page to an address beside it', () => {
    expect(check('../b', 'https://star.example/news/a/')).toBe('https://star.example/news/b');
  });

  it('follows a page from http to https, and not back', async () => {
    expect(check('https://star.example/', 'http://star.example/')).toBe('https://star.example/');
    await expectRefusal(() => check('http://star.example/', 'https://star.example/'), 'downgrade');
  });
});
