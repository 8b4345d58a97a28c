import { describe, expect, test } from 'vitest';
import type { EvaluationPoint, StepPoint } from '#training/service/contract.ts';
import type { History } from '#training/run/history.ts';
import { activeShareOf, knnOf, lossOf, spreadOf, staleOf } from './series.ts';
import { cellsOf, rowSteps } from './tableRows.ts';

/** A run that was judged at some steps, whose loss is its step and whose k-NN accuracy a thousandth. */
function judgedAt(...judged: number[]): History {
  const steps = Array.from({ length: judged.at(-1) ?? 0 }, (_, k) => k + 1);
  return {
    steps: steps.map((step) => ({ step, loss: step, activeShare: 0.5 }) as StepPoint),
    evaluations: judged.map(
      (step) => ({ step, knnAccuracy: step / 1000, spread: 1.5 / step }) as EvaluationPoint,
    ),
  };
}

const column = (of: typeof lossOf, noisy = false) => ({ name: 'a', of, look: '', noisy });

describe('the curves as a table', () => {
  test('have a row for each judged step or, of many, for thirty, the first and the last among them', () => {
    expect(rowSteps(judgedAt(5, 10, 20))).toEqual([5, 10, 20]);
    const rows = rowSteps(judgedAt(...Array.from({ length: 400 }, (_, k) => k + 1)));
    expect(rows).toHaveLength(30);
    expect(new Set(rows).size).toBe(30);
    expect([rows[0], rows.at(-1)]).toEqual([1, 400]);
    expect(rowSteps(judgedAt())).toEqual([]);
  });

  test('tell what jumps from batch to batch by its mean since the row above, and else what was judged', () => {
    const history = judgedAt(2, 6, 10);
    const cells = (...[of, noisy, axis]: [typeof lossOf, boolean?, 'share'?]) =>
      cellsOf(column(of, noisy), axis, history, [2, 10]);
    expect(cells(lossOf, true)).toEqual(['1.500', '6.500']);
    expect(cells(knnOf, false, 'share')).toEqual(['0.2', '1.0']);
    expect(cells(activeShareOf, true, 'share')).toEqual(['50.0', '50.0']);
    expect(cellsOf(column(spreadOf), 'log', history, [2, 10])).toEqual(['0.750', '0.150']);
  });

  test('have no column of what a run has nothing of, and a dash where it has nothing yet', () => {
    const history = judgedAt(2, 6);
    expect(cellsOf(column(staleOf), 'share', history, [2, 6])).toEqual([]);
    const late = { ...history, steps: history.steps.slice(3) };
    expect(cellsOf(column(lossOf), undefined, late, [2, 6])).toEqual(['–', '6.000']);
  });
});
