/** What the presets promise, held to what `npm run measure` has found under three seeds. */
import { describe, expect, test } from 'vitest';
import collapse from '#bench/collapse.json' with { type: 'json' };
import kernels from '#bench/kernels.json' with { type: 'json' };
import { medianOf } from '#components/measured.ts';
import type { TrainingConfig } from '#training/config.ts';
import { marginLength } from '../map/marginScale.ts';
import { COLLAPSING, PRESETS } from './presets.ts';

const configOf = (name: string) => PRESETS.find((preset) => preset.name === name)!.config;

/** The measured runs of a configuration, whatever its seed. */
function runsOf(config: TrainingConfig, part: 'sphere' | 'strategies') {
  const found = collapse[part].find(({ settings }) =>
    Object.entries(settings).every(
      ([name, value]) => config[name as keyof TrainingConfig] === value,
    ),
  );
  expect(found?.runs).toHaveLength(3);
  return found!.runs;
}
const at = (run: ReturnType<typeof runsOf>[number], step: number) =>
  run.points.find((point) => point.step === step)!;

describe('in each of the measured runs', () => {
  test('“Through the eye” shrinks, turns between steps 400 and 800 and comes back', () => {
    const config = configOf('Through the eye');
    for (const run of runsOf(config, 'sphere')) {
      const [first, last] = [at(run, 0), at(run, 1500)];
      const shrunk = first.spread / run.smallest.spread;
      expect(shrunk).toBeGreaterThan(40);
      expect(shrunk).toBeLessThan(65);
      expect(at(run, 400).orderRatio).toBeLessThan(1);
      expect(at(run, 800).orderRatio).toBeGreaterThan(1);
      expect(at(run, 400).shrinkShare).toBeGreaterThan(0);
      expect(at(run, 800).shrinkShare).toBeLessThan(0);
      expect(last.spread).toBeGreaterThan(marginLength(config));
      expect(last.knn).toBeGreaterThan(0.95);
    }
  });

  test('“Stuck before it” stays small, out of order where it is hardest, with k-NN near 0.8', () => {
    const config = configOf('Stuck before it');
    for (const run of runsOf(config, 'sphere')) {
      const last = at(run, 1500);
      expect(run.smallest.step).toBe(1500);
      expect(last.spread).toBeLessThan(0.02 * marginLength(config));
      expect(last.orderRatio).toBeLessThan(0.7);
      expect(last.knn).toBeCloseTo(0.8, 1);
    }
  });

  test('“Collapse” falls into almost one point, far below √m', () => {
    for (const run of runsOf(COLLAPSING, 'strategies'))
      expect(run.smallest.spread).toBeLessThan(0.01 * marginLength(COLLAPSING));
  });
});

test('“Rescue” brings back what it says', () => {
  const after = (miner: string) =>
    collapse.rescue.find((each) => each.miner === miner)!.seeds.map((seed) => seed.after);
  for (const accuracy of [...after('batch-all'), ...after('semi-hard')])
    expect(accuracy).toBeCloseTo(0.9, 1);
  for (const accuracy of after('random')) expect(accuracy).toBeCloseTo(0.8, 1);
});

test.each([120, 128])(
  'the reference net takes about a hundred times as long at B = %i',
  (batch) => {
    const stepOf = (network: string) =>
      medianOf(kernels, `step-${network}-${batch}`, 'our-kernels');
    const ratio = stepOf('reference-conv') / stepOf('mlp');
    expect(ratio).toBeGreaterThan(75);
    expect(ratio).toBeLessThan(130);
  },
);
