import { describe, expect, test } from 'vitest';
import { initialState, readState, writeState } from '#kit/figure/urlState.ts';
import { validateConfig } from '#training/config.ts';
import { STRATEGIES } from '#training/settings/strategies.ts';
import { configOf, laneName, laneOf, recipeOf, withStrategy } from './lane.ts';
import {
  definition,
  hasUsualLanes,
  isRecorded,
  lanesOf,
  namesOf,
  type RaceState,
} from './definition.ts';

const initial = initialState<RaceState>(definition.settings);
const common = { p: initial.p, k: initial.k, seed: initial.seed };

describe('a lane', () => {
  test.each([...STRATEGIES.keys()])(
    'with the strategy %s is a run that can be trained',
    (strategy) => {
      const lane = withStrategy(initial.lane1, strategy);
      expect(() => validateConfig(configOf(lane, common))).not.toThrow();
    },
  );

  test('of the contrastive loss has plain distances and the margin that goes with them', () => {
    const config = configOf(withStrategy(initial.lane1, 'contrastive'), common);
    expect(config).toMatchObject({ loss: 'contrastive', distance: 'plain', margin: 1 });
  });

  test('is named by what sets it apart from the others', () => {
    const lane = laneOf('semi-hard');
    const wider = { ...lane, margin: 1 };
    expect(laneName(lane, [lane, laneOf('random')])).toBe('all semi-hard');
    expect([lane, wider].map((each) => laneName(each, [lane, wider]))).toEqual([
      'all semi-hard, m 0.5',
      'all semi-hard, m 1',
    ]);
  });
});

describe('the race', () => {
  test('says nothing of a distance or margin that its loss does not have', () => {
    const lane = laneOf('sup-con');
    const other = { ...lane, margin: 1, distance: 'plain' } as const;
    expect(recipeOf(lane)).toBe('SupCon loss, learning rate 0.003');
    expect(laneName(lane, [lane, other])).toBe('SupCon loss');
    expect(recipeOf(laneOf('contrastive'))).toBe(
      'contrastive loss, plain distances, margin 1, learning rate 0.003',
    );
  });

  test('has the same digits, batches and first weights in every lane', () => {
    const [first, ...others] = lanesOf(initial).map((lane) => configOf(lane, common));
    for (const other of others) expect({ ...other, miner: first!.miner }).toEqual(first);
  });

  test('is the recorded one with the settings of the start, whatever its chart shows', () => {
    expect(isRecorded({ ...initial, measure: 'loss' })).toBe(true);
    for (const change of [
      { lanes: 3 },
      { steps: 401 },
      { seed: 2 },
      { k: 13 },
      { lane4: { ...initial.lane4, margin: 1 } },
    ])
      expect(isRecorded({ ...initial, ...change })).toBe(false);
  });

  test('has the usual lanes at any number of steps, and others with another recipe or seed', () => {
    expect(hasUsualLanes({ ...initial, steps: 20, lanes: 2 })).toBe(true);
    expect(hasUsualLanes({ ...initial, seed: 2 })).toBe(false);
    expect(hasUsualLanes({ ...initial, lane1: initial.lane2 })).toBe(false);
  });

  test('survives the way through an address', () => {
    const state: RaceState = {
      ...initial,
      lanes: 3,
      lane2: { strategy: 'contrastive', distance: 'plain', margin: 1.25, learningRate: 1e-4 },
    };
    const address = writeState(
      'https://article.test/',
      definition.name,
      definition.settings,
      state,
    );
    const read = readState<RaceState>(
      new URL(address).searchParams,
      definition.name,
      definition.settings,
    );
    expect(read).toEqual({ state, problems: [] });
    expect(namesOf(read.state)).toEqual(['batch-all', 'contrastive loss', 'all semi-hard']);
  });

  test.each([
    'hardest_squared_0.5_0.003',
    'random_cubed_0.5_0.003',
    'random_plain_0_0.003',
    'random_plain_1',
    '',
  ])('falls back from the lane “%s” with a word', (text) => {
    const parameters = new URLSearchParams({ 'StrategyRace.lane1': text });
    const { state, problems } = readState<RaceState>(
      parameters,
      definition.name,
      definition.settings,
    );
    expect(state.lane1).toEqual(initial.lane1);
    expect(problems[0]).toContain('lane1 is a strategy (batch-all, batch-hard');
  });
});
