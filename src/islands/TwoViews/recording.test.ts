/** The recorded run is one of the settings that the figure begins with, and what the page tells of it. */
import { describe, expect, test } from 'vitest';
import views from '#bench/views.json' with { type: 'json' };
import { readRecording } from '#data/recordings/readRecording.ts';
import { validateConfig } from '#training/config.ts';
import {
  createDefinition,
  isRecorded,
  settings,
  verdictOf,
  type ViewsState,
} from './definition.ts';
import { FEW } from './few.ts';
import type { RecordedReadings } from './recorded.ts';
import references from './references.json' with { type: 'json' };
import { configOf, PRESETS, SENSIBLE, STEPS, wantedStd } from './runs.ts';
import { SIDE, viewsOf } from './views.ts';

const recording = readRecording('views');
const { readings } = recording.history as RecordedReadings;
const initial = Object.fromEntries(
  Object.entries(settings).map(([name, { initial: value }]) => [name, value]),
) as unknown as ViewsState;

describe('the recorded run without labels', () => {
  test('is a run of the settings that the figure starts with', () => {
    expect(isRecorded(initial)).toBe(true);
    const { run } = recording;
    expect(run).toMatchObject({
      loss: 'nt-xent',
      sampler: 'views',
      augmentation: 'distortion',
      dims: 32,
      normalise: true,
      steps: STEPS,
      turnBy: SENSIBLE.turnBy,
      shiftBy: SENSIBLE.shiftBy,
      temperature: SENSIBLE.temperature,
      p: SENSIBLE.p,
      k: 2,
      seed: SENSIBLE.seed,
    });
  });

  test('has a reading for each of its pictures, from the first step to the last', () => {
    expect(readings.map(({ step }) => step)).toEqual(recording.moments.map(({ step }) => step));
    expect([readings[0]!.step, readings.at(-1)!.step]).toEqual([0, STEPS]);
  });

  test('is what the page knows of it before it arrives', () => {
    expect(references.untrained).toEqual(readings[0]);
    expect(references.end).toEqual(readings.at(-1));
  });

  test('begins below raw pixels and ends above them, however few the labels', () => {
    for (const perClass of [5, 10] as const) {
      expect(references.untrained.few[perClass]).toBeLessThan(references.pixels.few[perClass]);
      expect(references.end.few[perClass]).toBeGreaterThan(references.pixels.few[perClass]);
    }
    expect(FEW).toHaveLength(4);
  });

  test('without distortions ends below where it began, and below raw pixels', () => {
    const [run] = views.runs.find(({ id }) => id === 'none')!.seeds;
    const [first, last] = [run!.points[0]!, run!.points.at(-1)!];
    expect(first.few).toEqual(references.untrained.few);
    expect(last.step).toBe(STEPS);
    expect(last.few[10]).toBeLessThan(first.few[10]);
    expect(last.few[10]).toBeLessThan(references.pixels.few[10]);
  });

  test('ends with coordinates that vary nearly as on an even sphere', () => {
    expect(references.end.std / wantedStd(SENSIBLE)).toBeGreaterThan(0.8);
  });
});

describe('the figure of two views', () => {
  test.each(PRESETS)('trains what the preset "$label" names', ({ choices }) => {
    expect(() => validateConfig(configOf(choices))).not.toThrow();
  });

  test('says what the recorded run has come to, and nothing of a run that there is not', () => {
    const { measure } = createDefinition({ readings: () => undefined, isMoving: () => false });
    expect(verdictOf(measure(initial))).toContain('better than');
    expect(verdictOf(measure({ ...initial, turnBy: 180 }))).toContain('Nothing has been trained');
  });

  test('draws two views that are the image itself where nothing is distorted', () => {
    const image = Uint8Array.from({ length: SIDE * SIDE }, (_, at) => at % 256);
    const none = PRESETS.find(({ id }) => id === 'none')!.choices;
    const both = viewsOf(image, none, 1);
    expect([...both.subarray(0, image.length)]).toEqual([...image]);
    expect([...both.subarray(image.length)]).toEqual([...image]);
    const seen = viewsOf(image, SENSIBLE, 1);
    expect(seen.subarray(0, image.length)).not.toEqual(seen.subarray(image.length));
  });
});
