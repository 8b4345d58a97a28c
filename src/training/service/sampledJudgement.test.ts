import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Schedule } from '../schedule.ts';
import { everyRow, type Sample, SampledJudgement, spreadOrder } from './sampledJudgement.ts';

const ROWS = 2000;

interface Costs {
  readonly step: number;
  /** Of embedding a sample; of holding all samples to one another. */
  readonly row: number;
  readonly all: number;
  /** Of each sample of the first piece, where that meets a busy machine. */
  readonly first?: number;
}

/** A run whose judgements grow while it trains, by a clock that counts work. */
async function train(steps: number, { step: stepCost, row, all, first = row }: Costs) {
  let now = 0;
  let rowCost = first;
  const schedule = new Schedule(undefined, () => now);
  const told: { readonly step: number; readonly of: number; readonly at: number }[] = [];
  const judge = ({ rows }: Sample) => {
    now += all * (rows.length / ROWS) ** 2;
    return rows.length;
  };
  const frozen = {
    embed: async (rows: Int32Array) => {
      now += rowCost * rows.length;
      rowCost = row;
      return Float32Array.from(rows);
    },
  };
  let judging = 0;
  let sample: SampledJudgement<number> | undefined;
  for (let step = 1; step <= steps; step++) {
    now += stepCost;
    schedule.addStep(step, stepCost);
    if (schedule.isJudgementWanted && (!sample || sample.isOver)) {
      sample = new SampledJudgement(frozen, judge, { step, rows: ROWS, dims: 1, now: () => now });
      schedule.beginJudgement();
    }
    const started = now;
    const of = await sample?.goOn(schedule.room);
    schedule.addLook('sample', now - started);
    judging += now - started;
    if (of !== undefined) told.push({ step: sample!.step, of, at: step });
  }
  return { told, judging, all: now, sample };
}

describe('the judgement of a run that goes on', () => {
  test('is of a few samples first, then of twice as many, at last of all', async () => {
    const { told } = await train(400, { step: 5, row: 0.01, all: 30 });
    expect(told.slice(0, 4).map(({ of }) => of)).toEqual([250, 500, 1000, 2000]);
    expect(new Set(told.slice(0, 4).map(({ step }) => step)).size).toBe(1);
  });

  test('comes soon and is spread over steps, where a network is slow', async () => {
    const { told } = await train(400, { step: 70, row: 0.5, all: 35 });
    expect(told[0]).toMatchObject({ step: 10, of: 250 });
    expect(told[0]!.at).toBeGreaterThan(10);
    expect(told[0]!.at).toBeLessThan(40);
    expect(told.some(({ of }) => of === ROWS)).toBe(true);
  });

  test.each([
    ['a few samples take longer than a frame', { step: 2000, row: 8, all: 300 }],
    ['the first samples met a busy machine', { step: 5, row: 0.01, all: 30, first: 80 }],
  ])('comes to all samples where %s', async (_, costs) => {
    const { told } = await train(8000, costs);
    expect(told.filter(({ of }) => of === ROWS).length).toBeGreaterThan(2);
  });

  test('takes at most a tenth of the time, but for its first piece', async () => {
    const cost = (max: number) => fc.integer({ min: 1, max }).map((tenths) => tenths / 10);
    await fc.assert(
      fc.asyncProperty(cost(5000), cost(20), cost(2000), async (step, row, all) => {
        const run = await train(600, { step, row, all });
        // What a sample costs, and what judging it costs, is known once some were.
        const unknown = 25 * row + all * (250 / ROWS) ** 2;
        const begun = 1 + Math.floor(run.told.length / 4);
        expect(run.judging).toBeLessThanOrEqual(0.1 * run.all + begun * unknown);
      }),
      { numRuns: 60 },
    );
  });

  test('has each sample where the network put it', async () => {
    const frozen = { embed: async (rows: Int32Array) => Float32Array.from(rows) };
    const sample = new SampledJudgement(frozen, () => 'told', { step: 3, rows: 300, dims: 1 });
    while (!sample.isOver) await sample.goOn(1000);
    expect([...sample.sample.values]).toEqual([...sample.sample.rows]);
    expect([...sample.sample.rows].toSorted((a, b) => a - b)).toEqual([...everyRow(300)]);
  });
});

test('every beginning of the order is spread over all rows', () => {
  for (const rows of [1, 2, 7, 200, 2000]) {
    const order = spreadOrder(rows);
    expect([...order].toSorted((a, b) => a - b)).toEqual([...everyRow(rows)]);
  }
  const tenths = Array.from({ length: 10 }, () => 0);
  for (const row of spreadOrder(2000).subarray(0, 250)) tenths[Math.floor(row / 200)]!++;
  expect(Math.min(...tenths)).toBeGreaterThan(20);
  expect(Math.max(...tenths)).toBeLessThan(30);
});
