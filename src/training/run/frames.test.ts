import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addFrame, type Frame, frameAt, MOST_FRAMES, REPLAY_SECONDS, replayed } from './frames.ts';

const frame = (step: number): Frame => ({ step, embedding: new Float32Array(2) });
const framesOf = (steps: readonly number[]) =>
  steps.reduce<readonly Frame[]>((frames, step) => addFrame(frames, frame(step)), []);

describe('the frames of a run', () => {
  test('are bounded, keep the first and the newest, and stay in order', () => {
    const gaps = fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 1, maxLength: 400 });
    fc.assert(
      fc.property(gaps, (list) => {
        let step = 0;
        const steps = list.map((gap) => {
          step += gap;
          return step;
        });
        const kept = framesOf(steps).map((each) => each.step);
        expect(kept).toHaveLength(Math.min(steps.length, MOST_FRAMES));
        expect(kept[0]).toBe(steps[0]);
        expect(kept.at(-1)).toBe(steps.at(-1));
        expect(kept).toEqual(kept.toSorted((a, b) => a - b));
      }),
      { numRuns: 30 },
    );
  });

  test('lie evenly over a long run', () => {
    const kept = framesOf(Array.from({ length: 5000 }, (_, step) => step)).map(({ step }) => step);
    const gaps = kept.slice(1).map((step, index) => step - kept[index]!);
    expect(Math.max(...gaps)).toBeLessThanOrEqual((4 * 5000) / MOST_FRAMES);
  });

  test('begin anew when the run does', () => {
    expect(addFrame(framesOf([0, 5, 9]), frame(0)).map(({ step }) => step)).toEqual([0]);
  });

  test('are found by their step', () => {
    const frames = framesOf([0, 10, 20]);
    expect(frameAt(frames, 15)?.step).toBe(10);
    expect(frameAt(frames, 99)?.step).toBe(20);
    expect(frameAt(frames, -1)?.step).toBe(0);
    expect(frameAt([], 3)).toBeUndefined();
  });
});

test('a replay shows every frame in turn from where it begins, and ends at the present', () => {
  const frames = [0, 1, 4, 20, 100].map((step) => ({ step, embedding: new Float32Array() }));
  const each = REPLAY_SECONDS / frames.length;
  const shown = (from: number, seconds: number) => replayed(frames, from, seconds)?.step;
  expect([0, 1, 2, 3, 4].map((k) => shown(0, (k + 0.5) * each))).toEqual([0, 1, 4, 20, undefined]);
  expect(shown(7, 0)).toBe(4);
  expect(shown(7, 1.5 * each)).toBe(20);
  expect(replayed([], 0, 0)).toBeUndefined();
});
