import { describe, expect, test } from 'vitest';
import { LEVELS, type Recording } from '#data/recordings/recordingFormat.ts';
import { initialState } from '#kit/figure/urlState.ts';
import { leaveOneOutKnnAccuracy } from '#metric/evaluation/knn.ts';
import {
  CLASSES,
  clarity,
  instantOfMoment,
  mediansOf,
  momentAt,
  momentIndexAt,
  positionsAt,
} from './drift.ts';
import landmarks from './landmarks.json';
import { createDefinition, DIGITS, type OvertureState, settings } from './definition.ts';
import { NEIGHBOURS, verdictOn } from './neighbours.ts';
import { digitAt, digitBeyond, digitOfClassAt } from './picking.ts';
import { readRecording } from '#data/recordings/readRecording.ts';

const recording = readRecording('overture');
const { moments, labels, positions } = recording;
const last = moments.length - 1;
const end = positionsAt(recording, 1);

const judge = (index: number) => {
  const { xs, ys } = positionsAt(recording, instantOfMoment(recording, index));
  const values = Float64Array.from(Array.from(xs).flatMap((x, row) => [x, ys[row]!]));
  return leaveOneOutKnnAccuracy({ values, rows: labels.length, dims: 2 }, labels, NEIGHBOURS);
};

describe('the committed recording', () => {
  test('shows a hundred of each of the ten digits', () => {
    expect(labels).toHaveLength(DIGITS);
    for (let digit = 0; digit < CLASSES; digit++) {
      expect(labels.filter((label) => label === digit)).toHaveLength(DIGITS / CLASSES);
    }
  });

  test('begins as a muddle, no better than chance, and ends in clusters', () => {
    expect(moments[0]).toMatchObject({ step: 0 });
    expect(moments[0]!.knnAccuracy).toBeLessThan(0.15);
    expect(moments[last]!.knnAccuracy).toBeGreaterThan(0.85);
  });

  test.each([0, 20, 50, last])('has the accuracy that moment %i is worth', (index) => {
    expect(judge(index)).toBe(moments[index]!.knnAccuracy);
  });

  test('never leaves its view, and the view only widens', () => {
    for (const value of positions) expect(Math.abs(value)).toBeLessThanOrEqual(LEVELS);
    const extents = moments.map(({ extent }) => extent);
    expect(extents).toEqual(extents.toSorted((a, b) => a - b));
  });

  test('has the landmarks that the page knows in advance', () => {
    for (const { at, ...landmark } of landmarks) {
      expect(momentAt(recording, at)).toEqual(landmark);
    }
    expect(landmarks.at(-1)!.at).toBe(settings.at.initial);
  });
});

describe('positions', () => {
  test.each([0, 1, 40, last])('are those of moment %i when it is shown', (index) => {
    const { xs, ys, extent } = positionsAt(recording, instantOfMoment(recording, index));
    const base = index * 2 * DIGITS;
    expect(extent).toBeCloseTo(moments[index]!.extent, 9);
    for (const row of [0, 1, 999]) {
      expect(xs[row]).toBeCloseTo(positions[base + row]! / LEVELS, 6);
      expect(ys[row]).toBeCloseTo(positions[base + DIGITS + row]! / LEVELS, 6);
    }
  });

  test('pass smoothly and stay in view between moments', () => {
    let before = positionsAt(recording, 0.4).xs[5]!;
    for (let at = 0.4; at < 0.5; at += 0.001) {
      const now = positionsAt(recording, at);
      expect(Math.abs(now.xs[5]! - before)).toBeLessThan(0.05);
      before = now.xs[5]!;
      for (const x of now.xs) expect(Math.abs(x)).toBeLessThanOrEqual(1);
    }
  });

  test('have the numbers of the last recorded moment, whatever the rounding of a slider', () => {
    expect(momentIndexAt(recording, 0)).toBe(0);
    expect(momentIndexAt(recording, 1)).toBe(last);
    for (let index = 0; index <= last; index++) {
      expect(momentIndexAt(recording, instantOfMoment(recording, index))).toBe(index);
    }
    expect(momentIndexAt(recording, instantOfMoment(recording, 10) + 0.4 / last)).toBe(10);
  });
});

const tiny: Recording = {
  run: {},
  side: 2,
  moments: [0, 1].map((step) => ({ step, loss: 0, knnAccuracy: 0, extent: 1 })),
  labels: Uint8Array.of(0, 0, 0, 1),
  images: new Uint8Array(16),
  positions: Int16Array.of(-512, 0, 512, 0, 0, 0, 0, 256, -512, 0, 512, 0, 0, 0, 0, 256),
};

describe('picking', () => {
  const now = positionsAt(tiny, 0);

  test('takes the nearest digit within reach, and none beyond', () => {
    expect(digitAt(now, { x: 0.9, y: 0 }, 0.2)).toBe(2);
    expect(digitAt(now, { x: 0.5, y: -0.5 }, 0.2)).toBeUndefined();
  });

  test('goes from digit to digit in a direction, and stays where there is none', () => {
    expect(digitBeyond(now, 0, { x: 1, y: 0 })).toBe(1);
    expect(digitBeyond(now, 1, { x: 0, y: 1 })).toBe(3);
    expect(digitBeyond(now, 2, { x: 1, y: 0 })).toBeUndefined();
  });

  test('finds the digit of a class nearest to a place', () => {
    expect(digitOfClassAt(now, { x: -1, y: 0 }, tiny.labels, 1)).toBe(3);
  });

  test('reaches most digits from the middle with the arrow keys alone', () => {
    const directions = [
      { x: 1, y: 0 },
      { x: -1, y: 0 },
      { x: 0, y: 1 },
      { x: 0, y: -1 },
    ];
    const reached = new Set([digitOfClassAt(end, { x: 0, y: 0 }, labels, 8)!]);
    for (const row of reached) {
      for (const direction of directions) {
        const next = digitBeyond(end, row, direction);
        if (next !== undefined) reached.add(next);
      }
    }
    expect(reached.size).toBeGreaterThan(0.95 * DIGITS);
  });
});

describe('what a digit is told', () => {
  test('its neighbours vote as the recorded accuracy counts them', () => {
    const right = Array.from(labels.keys()).filter(
      (row) => verdictOn(row, end, labels).vote === labels[row],
    );
    expect(right.length / DIGITS).toBe(moments[last]!.knnAccuracy);
  });

  test('a digit is not its own neighbour, and the nearest comes first', () => {
    const { nearest } = verdictOn(7, end, labels);
    const distances = nearest.map((row) =>
      Math.hypot(end.xs[row]! - end.xs[7]!, end.ys[row]! - end.ys[7]!),
    );
    expect(nearest).not.toContain(7);
    expect(distances).toEqual(distances.toSorted((a, b) => a - b));
  });

  test('is spoken once it is picked; playing is silent', () => {
    const definition = createDefinition(() => recording);
    const state = initialState(settings);
    const say = (change: Partial<OvertureState>) => {
      const now = { ...state, ...change };
      return definition.spoken(now, definition.measure(now));
    };
    expect(say({ at: 0.3 })).toBe('');
    expect(say({ digit: 4 })).toMatch(
      /^A 4\. Nearest: (\d, ){4}\d\. Their vote: \d, (rightly|wrongly)\.$/,
    );
    expect(say({ only: 4 })).toBe('Only the digit 4.');
  });
});

test('a class stands at its median, and its name fades in as it leaves the others', () => {
  const medians = mediansOf(end, labels);
  const threes = Array.from(labels.keys()).filter((row) => labels[row] === 3);
  const { x } = medians[3]!;
  expect(threes.filter((row) => end.xs[row]! < x).length).toBeLessThanOrEqual(50);
  expect(threes.filter((row) => end.xs[row]! > x).length).toBeLessThanOrEqual(50);
  expect(clarity(medians).every((opacity) => opacity > 0.9)).toBe(true);
  expect(Math.max(...clarity(mediansOf(positionsAt(recording, 0), labels)))).toBeLessThan(0.5);
});

test('the table has one row per digit, at the moment that was recorded', () => {
  const definition = createDefinition(() => recording);
  const state = { ...initialState(settings), at: 0.9999 };
  const csv = definition.csv(state, definition.measure(state));
  const [head, first, ...rest] = csv.trimEnd().split('\n');
  expect(head).toBe('number,digit,step,x,y');
  expect(first).toMatch(
    new RegExp(`^0,0,${moments[last - 1]!.step},-?\\d+\\.\\d{4},-?\\d+\\.\\d{4}$`),
  );
  expect(rest).toHaveLength(DIGITS - 1);
});
