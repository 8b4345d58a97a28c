import { expect, test } from 'vitest';
import { DEFAULT_CONFIG } from '#training/config.ts';
import type { History } from '#training/run/history.ts';
import { keptCurves } from './keptCurves.ts';
import type { PastRun } from './pastRun.ts';
import { differences } from './SettingsTable.tsx';

const run = (id: string, history: unknown, change: object = {}): PastRun => ({
  id,
  name: id,
  savedAt: 0,
  config: { ...DEFAULT_CONFIG, ...change },
  history: history as History,
  embedding: new Float32Array(),
  labels: new Uint8Array(),
});

test('every curve that a run kept is compared, measures of other times among them', () => {
  const old = run('old', {
    steps: [{ step: 1, loss: 0.5, activeShare: 1 }],
    evaluations: [{ step: 0, recallAt1: 0.1, knnAccuracy: 0.2, spread: 1 }],
  });
  const newer = run('newer', {
    steps: [{ step: 1, loss: 0.4, activeShare: 1, gradientNorm: 3, zones: { easy: 1 } }],
    evaluations: [],
  });
  const curves = keptCurves([old, newer]);
  expect(curves.map(({ name }) => name)).toEqual([
    'loss',
    'k-NN accuracy',
    'recall@1',
    'active share',
    'spread',
    'gradient norm',
  ]);
  expect(curves.map(({ of }) => of(newer.history).length)).toEqual([1, 0, 0, 1, 0, 1]);
});

test('the settings that differ are told, those of which a run knows nothing among them', () => {
  const runs = [run('a', {}, { margin: 1 }), run('b', {}, { classes: [1, 2], later: 'x' })];
  expect(differences(runs)).toEqual([
    { name: 'margin', values: ['1', '0.5'] },
    { name: 'classes', values: ['all', '1, 2'] },
    { name: 'later', values: ['–', 'x'] },
  ]);
});
