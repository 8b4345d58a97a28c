import { signal } from '@preact/signals';
import { describe, expect, test } from 'vitest';
import { NO_RACE, type Race } from '#training/race/race.ts';
import { type EyeState, settings } from './definition.ts';
import { initialState } from '#kit/figure/urlState.ts';
import type { EyeRun } from './eyeRun.ts';
import { statusText } from './status.ts';

const initial = initialState<EyeState>(settings);
const own: EyeState = { ...initial, dims: 2, optimiser: 'sgd', seed: 9 };

const runOf = (status: EyeRun['status']['value'], change: Partial<Race> = {}): EyeRun => ({
  race: signal<Race>({ ...NO_RACE, ...change }),
  begun: signal(status === 'idle' ? undefined : own),
  status: signal(status),
  isCurrent: signal(status !== 'idle'),
  step: signal(1200),
  left: signal(40_000),
  run: () => {},
  pause: () => {},
  clear: () => {},
});

describe('where the runs come from', () => {
  test('is the recording, where the settings are its own', () => {
    expect(statusText(initial, runOf('idle'))).toBe('Recorded: 32 dimensions, Adam, seed 3.');
    expect(statusText(own, runOf('idle'))).toBe(
      'Nothing has run with these settings. “Run it yourself” trains both: 2 dimensions, SGD, seed 9, 1,500 steps each.',
    );
  });

  test('is this device, with the time that is left', () => {
    expect(statusText(own, runOf('running'))).toContain('step 1,200 of 1,500, about 40 s left.');
    expect(statusText(own, runOf('paused'))).toBe(
      'Trained here: 2 dimensions, SGD, seed 9. Paused at step 1,200 of 1,500.',
    );
    expect(statusText(own, runOf('finished'))).toContain('Reset brings the recording back.');
  });

  test('tells of other settings, and of what went wrong', () => {
    const changed = { ...runOf('paused'), isCurrent: signal(false) };
    expect(statusText(initial, changed)).toContain('The settings have changed');
    const failure = { kind: 'worker', reason: 'A worker does not answer.' } as const;
    expect(statusText(own, runOf('failed', { failure }))).toBe(
      'A worker does not answer. The curves so far are kept; “Run it yourself” begins again.',
    );
  });
});
