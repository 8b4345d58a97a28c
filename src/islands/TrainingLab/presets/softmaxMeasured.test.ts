/** What the presets of softmaxes promise, held to what `npm run measure` has found under three seeds. */
import { describe, expect, test } from 'vitest';
import measured from '#bench/softmax.json' with { type: 'json' };
import { DEFAULT_CONFIG } from '#training/config.ts';
import { differences } from '#training/settings/changes.ts';
import { evenStd } from '../curves/evenStd.ts';
import { SOFTMAX_PRESETS } from './softmaxPresets.ts';

type Name = Exclude<keyof typeof measured, 'pixels'>;
const configOf = (name: Name) => SOFTMAX_PRESETS.find((preset) => preset.name === name)!.config;
const runsOf = (name: Name) => measured[name].runs;
const withTen = (accuracies: Readonly<Record<'10', number>>) => accuracies['10'];

test.each(Object.keys(measured).filter((name) => name !== 'pixels') as Name[])(
  '“%s” was measured as it is offered, under three seeds',
  (name) => {
    const config = configOf(name);
    const own = Object.fromEntries(
      differences(DEFAULT_CONFIG, config).map((setting) => [setting, config[setting]]),
    );
    expect(own).toEqual(measured[name].settings);
    expect(runsOf(name)).toHaveLength(3);
  },
);

describe('in each of the measured runs', () => {
  test('“SimCLR on digits” gets further with ten labels a class than raw pixels, as far as it says', () => {
    const { about } = SOFTMAX_PRESETS.find(({ name }) => name === 'SimCLR on digits')!;
    const reached = runsOf('SimCLR on digits').map(({ fewLabels }) => withTen(fewLabels));
    const told = new Set(reached.map((share) => share.toFixed(2)));
    expect(about).toContain(`${[...told].join(', ')} of the other held-out digits`);
    expect(about).toContain(`raw pixels name ${withTen(measured.pixels.fewLabels).toFixed(2)}`);
  });

  test('“SimCLR on digits” spreads over the sphere, and k-NN rises', () => {
    for (const { points } of runsOf('SimCLR on digits')) {
      const [first, last] = [points[0]!, points.at(-1)!];
      expect(last.step).toBe(1000);
      expect(last.std).toBeGreaterThan(0.95 * evenStd(configOf('SimCLR on digits')));
      expect(last.knn).toBeGreaterThan(first.knn + 0.15);
    }
  });

  test('“VICReg without its variance” falls towards one point, and its loss too', () => {
    const name = 'VICReg without its variance';
    for (const { points } of runsOf(name)) {
      const [, early, later] = points;
      expect(early!.std).toBeLessThan(0.05 * evenStd(configOf(name)));
      expect(points.at(-1)!.std).toBeLessThan(later!.std);
      expect(points.at(-1)!.loss).toBeLessThan(early!.loss!);
    }
  });
});
