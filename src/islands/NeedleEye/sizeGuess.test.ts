import { describe, expect, test } from 'vitest';
import { valueAt } from '#kit/charts/curve.ts';
import { recordedSide } from './recordedSide.ts';
import { STEPS } from './runs.ts';
import { GUESSED_STEPS, tellSize } from './sizeGuess.ts';
import { recordings } from './stillRecording.ts';

const { sizes } = recordedSide(recordings.plain);
const came = GUESSED_STEPS.map((step) => valueAt(sizes, step)!);
const start = came[0]!;
const WAY = 'It went down to 0.012 at step 360, and up to 0.92 at the end.';

describe('a guess at the size of the cloud under plain distances', () => {
  test('spans the recorded run', () => {
    expect([GUESSED_STEPS[0], GUESSED_STEPS.at(-1)]).toEqual([0, STEPS]);
    expect(sizes.at(-1)!.step).toBe(STEPS);
  });

  test('is right along the run itself, and up to twice as large or half as large', () => {
    const right = `Right. It shrinks while its order is wrong, and grows once its order is right, at step 470. ${WAY}`;
    for (const factor of [1, 1.9, 1 / 1.9])
      expect(tellSize([start, ...came.slice(1).map((size) => factor * size)], sizes)).toBe(right);
  });

  test('that ends small is told that the run does not, and when its order comes right', () => {
    expect(tellSize([start, 0.1, 0.03, 0.01, 0.003, 0.001], sizes)).toBe(
      `After 1,500 steps its size was 0.92, you had 0.0010. It does not end small: once its order is right, at step 470, its triplets vote to expand. ${WAY}`,
    );
  });

  test('that never is small is told what comes first', () => {
    expect(
      tellSize(
        GUESSED_STEPS.map(() => start),
        sizes,
      ),
    ).toBe(
      `After 400 steps its size was 0.012, you had 0.50. It all but vanishes first: while its order is wrong, its triplets vote to shrink. ${WAY}`,
    );
  });

  test('that goes down and up, but not so far, is told where it is farthest off', () => {
    const shallow = came.map((size) => Math.max(size, 0.05));
    expect(tellSize(shallow, sizes)).toMatch(
      /^After 400 steps its size was 0\.012, you had 0\.050\. It shrinks while its order is wrong, and grows once/,
    );
  });

  test('says nothing before the run is known', () => {
    expect(tellSize(came, [])).toBe('');
  });
});
