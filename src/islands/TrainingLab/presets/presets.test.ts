import { describe, expect, test } from 'vitest';
import type { History } from '#training/run/history.ts';
import { initialState, readState, writeState } from '#kit/figure/urlState.ts';
import { validateConfig } from '#training/config.ts';
import { definition } from '../definition.ts';
import { followedPreset, PRESETS, RESCUE } from './presets.ts';
import { INITIAL_VIEW } from '../map/labView.ts';

test('every preset can be trained with, and its address leads to it', () => {
  for (const { name, config, view } of PRESETS) {
    expect(() => validateConfig(config), name).not.toThrow();
    const address = writeState('https://example.org/', definition.name, definition.settings, {
      ...INITIAL_VIEW,
      ...config,
      ...view,
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
      ...view,
    });
  }
});

describe('the preset that is followed', () => {
  const [rescue] = PRESETS.filter(({ name }) => name === 'Rescue');
  const settings = rescue!.config;
  const changed = { ...settings, ...RESCUE };
  const judged = (step: number, knnAccuracy: number) => ({
    step,
    recallAt1: knnAccuracy,
    knnAccuracy,
    spread: 1,
  });
  const collapsed: History = { steps: [], evaluations: [judged(0, 0.5), judged(50, 0.1)] };

  test('stays while it is half followed, and is gone when that is done', () => {
    const followed = { config: changed, firstConfig: settings, history: collapsed };
    expect(followedPreset({ ...followed, config: settings })).toBe(rescue);
    expect(followedPreset(followed)).toBe(rescue);
    const changes = [{ step: 50, text: 'batch-all' }];
    expect(followedPreset({ ...followed, history: { ...collapsed, changes } })).toBe(rescue);
    const evaluations = [...collapsed.evaluations, judged(300, 0.9)];
    expect(
      followedPreset({ ...followed, history: { ...collapsed, changes, evaluations } }),
    ).toBeUndefined();
  });

  test('is that of the settings where no run has begun with another', () => {
    const firstConfig = undefined;
    const followed = { config: settings, firstConfig, history: { steps: [], evaluations: [] } };
    expect(followedPreset(followed)).toBe(rescue);
    expect(followedPreset({ ...followed, config: changed })).toBeUndefined();
  });
});
