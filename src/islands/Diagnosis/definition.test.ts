import { expect, test } from 'vitest';
import { initialState, readState, writeState } from '#kit/figure/urlState.ts';
import { CASES } from './cases.ts';
import { type DeskState, definition } from './definition.ts';
import { enteredText } from './entered.ts';

const first: DeskState = initialState(definition.settings);
const measure = (change: Partial<DeskState>) => definition.measure({ ...first, ...change });

test('the desk begins with a case that it can judge: a collapse, at exactly the margin', () => {
  const { problems, diagnosis } = measure({});
  expect(problems.size).toBe(0);
  expect(diagnosis!.verdict).toBe('The value is exactly the margin: m = 0.2.');
  expect(diagnosis!.causes[0]).toMatchObject({ name: 'collapse', verdict: 'fits' });
});

test('without a spread the causes are open, and with a wide one collapse is ruled out', () => {
  const collapse = (spread: string) =>
    measure({ spread }).diagnosis!.causes.find(({ name }) => name === 'collapse')!.verdict;
  expect([collapse(''), collapse('1.2')]).toEqual(['open', 'against']);
});

test('a bad number is told, and counts as not known; a bad value leaves nothing to tell', () => {
  const { problems, diagnosis } = measure({ spread: 'wide', margin: '0.2' });
  expect(problems.get('spread')).toContain('not “wide”');
  expect(diagnosis!.causes[0]!.verdict).toBe('open');
  expect(measure({ value: 'stuck' }).diagnosis).toBeUndefined();
});

test('what does not belong to the chosen loss is neither read nor told', () => {
  const { problems } = measure({ loss: 'info-nce', margin: 'none', value: '1.3863' });
  expect(problems.size).toBe(0);
});

test('an address keeps every digit and every empty field', () => {
  for (const state of [first, ...CASES.map((one) => one.state), { ...first, value: '0.50' }]) {
    const address = writeState('https://example.org/', 'Diagnosis', definition.settings, state);
    const read = readState(new URL(address).searchParams, 'Diagnosis', definition.settings);
    expect(read).toEqual({ state, problems: [] });
  }
});

test('what was entered reads as a line on paper', () => {
  expect(enteredText(first)).toBe(
    'Entered: triplet, hinge, stuck at 0.200; margin m 0.2; classes in a batch, P 10; samples of each, K 12; spread 0.004.',
  );
});
