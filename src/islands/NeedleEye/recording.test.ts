/** What the text says of the two recorded runs, held to the files. */
import { describe, expect, test } from 'vitest';
import { LEVELS } from '#data/recordings/recordingFormat.ts';
import { validateConfig } from '#training/config.ts';
import eye from './eye.json' with { type: 'json' };
import { recordedPicture } from '#data/recordings/recordedPicture.ts';
import { recordedSide } from './recordedSide.ts';
import { configOf, DISTANCES, RECORDED, STEPS } from './runs.ts';
import { eyeOf, readingAt } from './side.ts';
import { recordings } from './stillRecording.ts';

const sides = {
  squared: recordedSide(recordings.squared),
  plain: recordedSide(recordings.plain),
};
const valuesFrom = (step: number, points: readonly { step: number; value: number }[]) =>
  points.filter((point) => point.step >= step).map(({ value }) => value);

describe('the two recorded runs', () => {
  test('are runs of the settings that the figure starts with, and differ in the distance alone', () => {
    for (const distance of DISTANCES) {
      const config = configOf(distance, RECORDED);
      expect(() => validateConfig(config)).not.toThrow();
      const { distance: told, ...rest } = recordings[distance].run;
      expect(told).toBe(distance);
      expect(rest).toEqual({ ...recordings.plain.run, distance: undefined });
      expect(rest).toMatchObject({ dims: 32, margin: 0.2, seed: 3, learningRate: 0.001, p: 10 });
    }
  });

  test('have pictures of the same digits at the same steps, closest where they pass', () => {
    const stepsOf = (distance: (typeof DISTANCES)[number]) =>
      recordings[distance].moments.map(({ step }) => step);
    expect(stepsOf('squared')).toEqual(stepsOf('plain'));
    expect(stepsOf('plain')).toHaveLength(26);
    expect([stepsOf('plain')[0], stepsOf('plain').at(-1)]).toEqual([0, STEPS]);
    expect([...recordings.squared.labels]).toEqual([...recordings.plain.labels]);
    expect(recordings.plain.labels).toHaveLength(350);
  });

  test('begin as one and shrink alike at first', () => {
    const [squared, plain] = [readingAt(sides.squared, 0), readingAt(sides.plain, 0)];
    expect(squared.spread).toBe(plain.spread);
    expect(squared.ratio).toBe(plain.ratio);
    expect(squared.shrinkShare).toBeGreaterThan(1.5 * plain.shrinkShare!);
    for (const distance of DISTANCES)
      expect(readingAt(sides[distance], 100).spread).toBeLessThan(0.1 * plain.spread!);
  });

  test('under plain distances pass a ratio of 1 and a share of 0 together, while small, and come out', () => {
    expect(eyeOf(sides.plain)).toBe(eye.step);
    const { ratio, shrinkShare, spread } = readingAt(sides.plain, eye.step);
    expect(ratio).toBeCloseTo(1, 1);
    expect(shrinkShare).toBeCloseTo(0, 1);
    expect(spread).toBeLessThan(0.02);
    const after = valuesFrom(eye.step + 50, sides.plain.ratios);
    expect(Math.min(...after)).toBeGreaterThan(1);
    expect(valuesFrom(eye.step + 50, sides.plain.shares).some((share) => share > 0.01)).toBe(false);
    expect(readingAt(sides.plain, STEPS).spread).toBeGreaterThan(0.8);
    expect(readingAt(sides.plain, STEPS).knnAccuracy).toBeGreaterThan(0.95);
  });

  test('under squared distances never pass, and stay small', () => {
    expect(eyeOf(sides.squared)).toBeUndefined();
    expect(Math.max(...valuesFrom(0, sides.squared.ratios))).toBeLessThan(0.8);
    expect(Math.min(...valuesFrom(0, sides.squared.shares))).toBeGreaterThan(0.2);
    expect(readingAt(sides.squared, STEPS).spread).toBeLessThan(0.01);
  });

  test('are what the page knows of the eye before they arrive', () => {
    for (const distance of DISTANCES)
      expect(eye[distance]).toEqual(readingAt(sides[distance], eye.step));
  });
});

describe('a recorded picture', () => {
  test('is as recorded at its moments, and half way between two half way', () => {
    const recording = recordings.plain;
    const rows = recording.labels.length;
    const [first, second] = recording.moments;
    const at = (moment: number) => recording.positions[moment * 2 * rows + rows]! / LEVELS;
    expect(recordedPicture(recording, first!.step)[1]).toBeCloseTo(at(0), 6);
    expect(recordedPicture(recording, second!.step)[1]).toBeCloseTo(at(1), 6);
    const middle = (first!.step + second!.step) / 2;
    expect(recordedPicture(recording, middle)[1]).toBeCloseTo((at(0) + at(1)) / 2, 6);
    const last = recording.moments.length - 1;
    expect(recordedPicture(recording, STEPS)[1]).toBeCloseTo(at(last), 6);
  });
});
