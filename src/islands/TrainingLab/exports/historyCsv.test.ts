import { expect, test } from 'vitest';
import { historyCsv } from './historyCsv.ts';

test('a history becomes a line per step, with the evaluations in the lines of their steps', () => {
  const csv = historyCsv({
    steps: [
      {
        step: 1,
        loss: 0.7,
        activeShare: 0.5,
        zones: { easy: 0.2, semiHard: 0.3, hard: 0.5 },
        force: { spread: 0.5, shrinkShare: 0.44, orderRatio: 0.58 },
      },
      { step: 2, loss: 0.6, activeShare: 0.4, gradientNorm: 2, stale: 0.1 },
    ],
    evaluations: [
      { step: 0, recallAt1: 0.1, knnAccuracy: 0.2, spread: 1, coordinateStd: 0.21 },
      { step: 2, recallAt1: 0.3, knnAccuracy: 0.4, spread: 1 },
    ],
    retrievals: [{ step: 0, rPrecision: 0.15, mapAtR: 0.05 }],
    changes: [
      { step: 1, text: 'batch-hard, margin 1' },
      { step: 1, text: 'rate 0.1' },
    ],
  });
  expect(csv).toBe(
    [
      'step,loss,activeShare,gradientNorm,easy,semiHard,hard,batchSpread,shrinkShare,orderRatio,stale,recallAt1,knnAccuracy,spread,coordinateStd,rPrecision,mapAtR,change',
      '0,,,,,,,,,,,0.1,0.2,1,0.21,0.15,0.05,',
      '1,0.7,0.5,,0.2,0.3,0.5,0.5,0.44,0.58,,,,,,,,"batch-hard, margin 1, rate 0.1"',
      '2,0.6,0.4,2,,,,,,,0.1,0.3,0.4,1,,,,',
      '',
    ].join('\n'),
  );
});
