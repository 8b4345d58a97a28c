import { describe, expect, test } from 'vitest';
import { chapterSources } from '#support/chapterSources.ts';
import { initialState } from '#kit/figure/urlState.ts';
import { definition, DIMENSION_RANGE, MARGIN_RANGE, NEGATIVES } from './definition.ts';
import { densities, gapBars } from './outlines.ts';
import { type RoomState, roomQuantities } from './room.ts';
import { verdictOf } from './verdict.ts';

const start = initialState<RoomState>(definition.settings);
const at = (change: Partial<RoomState>) => roomQuantities({ ...start, ...change });
const verdict = (change: Partial<RoomState>) => verdictOf({ ...start, ...change }, at(change));

const states = [DIMENSION_RANGE.min, 3, 16, 128, DIMENSION_RANGE.max].flatMap((dimensions) =>
  [MARGIN_RANGE.min, 0.2, MARGIN_RANGE.max].flatMap((margin) =>
    [true, false].flatMap((squared) =>
      NEGATIVES.map((negatives): RoomState => ({ dimensions, margin, squared, negatives })),
    ),
  ),
);

describe('the definition of RoomOnTheSphere', () => {
  test('divides all triplets among three zones, random ones half of them hard', () => {
    for (const state of states) {
      const { anyZones, weightedZones } = roomQuantities(state);
      expect(anyZones.hard).toBeCloseTo(0.5, 6);
      for (const { hard, semiHard, easy } of [anyZones, weightedZones]) {
        expect(hard + semiHard + easy).toBeCloseTo(1, 10);
        expect(Math.min(hard, semiHard, easy)).toBeGreaterThan(-1e-9);
      }
      // A negative that is nearer than most is the more often hard.
      expect(weightedZones.hard).toBeGreaterThan(anyZones.hard);
    }
  });

  test('draws outlines that stay within their drawing', () => {
    for (const state of states) {
      const quantities = roomQuantities(state);
      const points = densities(quantities);
      expect(points.length).toBeGreaterThan(20);
      expect(points.length).toBeLessThan(400);
      for (const { any, drawn } of points)
        for (const height of [any, drawn]) expect(height).toBeGreaterThanOrEqual(0);
      expect(points.every(({ any, drawn }) => any <= 1 && drawn <= 1)).toBe(true);
      const bars = gapBars(quantities.sphere, quantities.distance);
      expect(Math.max(...bars)).toBe(1);
      expect(bars.every((bar) => bar > -1e-6)).toBe(true);
    }
  });

  test('says whether the margin is wide, narrow or among the differences', () => {
    expect(verdict({ dimensions: 128, squared: false })).toContain('A wide margin');
    expect(verdict({ dimensions: 2, squared: false })).toContain('A narrow margin');
    expect(verdict({})).toContain('Of 100 negatives about 29 are semi-hard');
    expect(verdict({ margin: 0 })).toContain('no semi-hard triplets');
  });

  test('is spoken and saved with the shares that it shows', () => {
    const { anyZones } = at({});
    expect(definition.spoken(start, at({}))).toBe(
      '128 dimensions: 50.0\u00a0% hard, 28.8\u00a0% semi-hard, 21.2\u00a0% easy.',
    );
    const [header, row] = definition.csv(start, at({})).split('\n');
    expect(header).toContain('semiHard');
    expect(row).toContain(String(anyZones.semiHard));
  });
});

describe('the section around it', () => {
  const text = chapterSources
    .get('triplet-mining')!
    .split('## Room on the sphere')[1]!
    .split('<Figure')[0]!;

  test('has the numbers of the figure', () => {
    const plain = at({ squared: false });
    const squared = at({ squared: true });
    const two = (value: number) => value.toFixed(2);
    const percent = (share: number) => (100 * share).toFixed(1);
    expect(text).toContain(`between ${two(plain.any.low)} and ${two(plain.any.high)} apart`);
    expect(text).toContain(`within ±${two(plain.gap)}`);
    const { easy, semiHard } = plain.anyZones;
    expect(text).toContain(
      `${percent(easy)} % of the triplets easy and ${percent(semiHard)} % semi`,
    );
    expect(text).toContain(`${percent(squared.anyZones.easy)} % are easy`);
    expect(plain.weighted.low.toFixed(1)).toBe('1.2');
    expect(text).toContain('a hundred have hardly any below 1.2');
  });

  test('has the room that ten classes can have, on a circle and in a simplex', () => {
    const onCircle = 2 * Math.sin(Math.PI / 10);
    expect(text).toContain(
      `at most ${onCircle.toFixed(3)} apart, or ${(onCircle ** 2).toFixed(3)} squared`,
    );
    // Ten points as far from each other as can be have the cosine -1/9.
    expect(text).toContain(`all ten can be ${Math.sqrt(2 + 2 / 9).toFixed(2)} apart`);
  });

  test('is right that a thousand negatives in eight dimensions have all distances to draw from', () => {
    const { drawn, sphere } = at({ dimensions: 8, negatives: 1000 });
    const within = (low: number, high: number) =>
      drawn.masses.reduce(
        (sum, mass, k) =>
          sphere.distances[k]! > low && sphere.distances[k]! <= high ? sum + mass : sum,
        0,
      );
    const thirds = [within(0.5, 0.8), within(0.8, 1.1), within(1.1, 1.4)];
    for (const third of thirds) expect(Math.abs(third - 1 / 3)).toBeLessThan(0.04);
  });
});
