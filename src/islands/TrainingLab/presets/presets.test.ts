import { expect, test } from 'vitest';
import { initialState, readState, writeState } from '#kit/figure/urlState.ts';
import { validateConfig } from '#training/config.ts';
import { definition } from '../definition.ts';
import { PRESETS } from './presets.ts';
import { INITIAL_VIEW } from '../map/labView.ts';

test('every preset can be trained with, and its address leads to it', () => {
  for (const { name, config } of PRESETS) {
    expect(() => validateConfig(config), name).not.toThrow();
    const address = writeState('https://example.org/', definition.name, definition.settings, {
      ...INITIAL_VIEW,
      ...config,
    });
    const { state, problems } = readState(
      new URL(address).searchParams,
      definition.name,
      definition.settings,
    );
    expect(problems).toEqual([]);
    expect({ ...initialState(definition.settings), ...state }).toEqual({
      ...INITIAL_VIEW,
      ...config,
    });
  }
});
