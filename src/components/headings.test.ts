import { expect, test } from 'vitest';
import { headingOf } from './headings.ts';

const chapters = ['## Two springs\n\ntext ## no heading\n', '### Deeper\n\n## Is newer better?\n'];

test('a section is found by its place in an address, in whatever chapter it stands', () => {
  expect(headingOf(chapters, 'two-springs')).toBe('Two springs');
  expect(headingOf(chapters, 'is-newer-better')).toBe('Is newer better?');
});

test('a section that is nowhere is refused, and those that are there are named', () => {
  expect(() => headingOf(chapters, 'deeper')).toThrow(
    'No section is at "#deeper": there are two-springs, is-newer-better.',
  );
});
