import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { choiceSetting, numberSetting, pointSetting } from './settings.ts';
import { changedKeys, initialState, readState, writeState } from './urlState.ts';

const settings = {
  place: pointSetting({ x: 0.5, y: -0.25 }, 2),
  margin: numberSetting(1, { min: 0, max: 2 }),
  squared: choiceSetting<boolean>(true, [true, false]),
};
const defaults = { place: { x: 0.5, y: -0.25 }, margin: 1, squared: true };

const read = (query: string) => readState(new URLSearchParams(query), 'Fig', settings);

describe('the state in the address', () => {
  test('is the default where the address says nothing', () => {
    expect(initialState(settings)).toEqual(defaults);
    expect(read('')).toEqual({ state: defaults, problems: [] });
    expect(read('Other.margin=7&margin=7')).toEqual({ state: defaults, problems: [] });
  });

  test('comes back exactly, whatever the numbers', () => {
    const coordinate = fc.double({ min: -2, max: 2, noNaN: true }).map((value) => value + 0);
    fc.assert(
      fc.property(
        coordinate,
        coordinate,
        fc.double({ min: 0, max: 2, noNaN: true }),
        fc.boolean(),
        (x, y, margin, squared) => {
          const state = { place: { x, y }, margin: margin + 0, squared };
          const address = writeState('https://example.org/?a=1#top', 'Fig', settings, state);
          const result = read(new URL(address).search);
          expect(result.state).toEqual(state);
          expect(result.problems).toEqual([]);
        },
      ),
    );
  });

  test('carries its own figure alone, whatever else the page was opened with', () => {
    const before = 'https://example.org/page?a=1&Other.margin=2&Fig.stale=1#top';
    expect(writeState(before, 'Fig', settings, initialState(settings))).toBe(
      'https://example.org/page?Fig.place=0.5_-0.25&Fig.margin=1&Fig.squared=true#Fig',
    );
  });

  test('is as short as the settings that are asked for', () => {
    const state = { ...defaults, margin: 0.3 };
    const changed = changedKeys(settings, state);
    expect(writeState('https://example.org/', 'Fig', settings, state, changed)).toBe(
      'https://example.org/?Fig.margin=0.3#Fig',
    );
    expect(read('Fig.margin=0.3').state).toEqual(state);
  });

  test('of several figures in one address is each one’s own', () => {
    const both = 'Other.margin=2&Fig.margin=0.3&Fig.squared=false';
    expect(read(both)).toEqual({
      state: { ...defaults, margin: 0.3, squared: false },
      problems: [],
    });
  });

  test.each([
    ['margin', ''],
    ['margin', 'NaN'],
    ['margin', 'Infinity'],
    ['margin', '1e999'],
    ['margin', '0x1'],
    ['margin', '-0.1'],
    ['margin', '2.01'],
    ['margin', '<script>'],
    ['place', '1'],
    ['place', '1_2_3'],
    ['place', '1_'],
    ['place', '9_0'],
    ['squared', 'yes'],
    ['squared', 'constructor'],
  ])('falls back to the default of %s and says so when it is "%s"', (key, text) => {
    const result = read(`Fig.${key}=${encodeURIComponent(text)}&Fig.squared=false`);
    expect(result.problems).toHaveLength(1);
    expect(result.problems[0]).toContain(`${key} is `);
    expect(result.state).toEqual({ ...defaults, squared: key === 'squared' });
  });

  test.each(['0.3.', '0.3)', '0.3”,', '0.3#Fig', '0.3Fig.'])(
    'reads a value with something at its end, “%s”, and says so',
    (text) => {
      const { state, problems } = read(`Fig.margin=${encodeURIComponent(text)}`);
      expect(state).toEqual({ ...defaults, margin: 0.3 });
      expect(problems).toEqual([
        expect.stringContaining(`“${text}”, of which the end was left out`),
      ]);
    },
  );

  test('reports a setting that the figure does not have', () => {
    const { state, problems } = read('Fig.__proto__=1&Fig.margins=2');
    expect(state).toEqual(defaults);
    expect(problems).toHaveLength(2);
  });

  test('quotes only the beginning of a long text', () => {
    const { problems } = read(`Fig.margin=${'9'.repeat(10_000)}`);
    expect(problems[0]?.length).toBeLessThan(200);
  });
});
