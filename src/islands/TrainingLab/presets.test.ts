import { expect, test } from 'vitest';
import { initialState, readState, writeState } from '../../figures/urlState.ts';
import { validateConfig } from '../../training/config.ts';
import { model } from './model.ts';
import { PRESETS } from './presets.ts';
import { INITIAL_VIEW } from './view/labView.ts';

test('every preset can be trained with, and its address leads to it', () => {
  for (const { name, config } of PRESETS) {
    expect(() => validateConfig(config), name).not.toThrow();
    const address = writeState('https://example.org/', model.name, model.settings, {
      ...INITIAL_VIEW,
      ...config,
    });
    const { state, problems } = readState(
      new URL(address).searchParams,
      model.name,
      model.settings,
    );
    expect(problems).toEqual([]);
    expect({ ...initialState(model.settings), ...state }).toEqual({ ...INITIAL_VIEW, ...config });
  }
});
