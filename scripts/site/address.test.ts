import { expect, test } from 'vitest';
import { siteAddress } from './address.ts';

test('the site stands at the root of any host where nothing is said', () => {
  expect(siteAddress()).toEqual({ base: '/' });
  expect(siteAddress(' ')).toEqual({ base: '/' });
});

test('an address gives host and path, with a slash at the end or without', () => {
  const there = { site: 'https://example.org', base: '/people/me/' };
  expect(siteAddress('https://example.org/people/me')).toEqual(there);
  expect(siteAddress('https://example.org/people/me/')).toEqual(there);
  expect(siteAddress('https://example.org')).toEqual({ site: 'https://example.org', base: '/' });
  expect(siteAddress('/people/me')).toEqual({ base: '/people/me/' });
});

test.each(['example.org/me', 'ftp://example.org/', 'https://example.org/?me', 'https://'])(
  '“%s” is refused by a sentence that shows a right one',
  (text) => {
    expect(() => siteAddress(text)).toThrow(`SITE_URL is “${text}”`);
    expect(() => siteAddress(text)).toThrow('https://example.org/contrastive/');
  },
);
