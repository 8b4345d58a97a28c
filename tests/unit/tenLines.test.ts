/** Runs the ten lines of the chapter on practice and holds them to the code behind the figures. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { createBatchLoss } from '#metric/batchLoss.ts';
import { cloudRadius } from '#metric/evaluation/cloudRadius.ts';
import { createRandom } from '#metric/random.ts';
import { findTorch } from '../../scripts/bench/kernels/findTorch.ts';

const FOLDER = 'content/code';
const source = readFileSync(`${FOLDER}/batch_hard.py`, 'utf8');

const torch = findTorch();
if (!torch) console.log('No Python with PyTorch here: the ten lines are read and not run.');

const MARGIN = 0.3;
const labels = [0, 0, 0, 1, 1, 1, 2, 2, 2, 3, 3, 3];
const dims = 5;
const random = createRandom(7);
const values = Float64Array.from({ length: labels.length * dims }, () => random() - 0.5);

/** Runs some Python beside the file, and reads the JSON that it prints. */
function run(script: string): unknown {
  const given = JSON.stringify({ values: [...values], labels, dims, margin: MARGIN });
  const { stdout, stderr, status } = spawnSync(torch!.python, ['-c', script], {
    cwd: FOLDER,
    input: given,
    encoding: 'utf8',
    env: { ...process.env, PYTHONDONTWRITEBYTECODE: '1' },
  });
  expect(status, stderr).toBe(0);
  return JSON.parse(stdout);
}

describe('the ten lines', () => {
  test('are short enough to be read: two functions of at most twelve lines', () => {
    const bodies = source.split(/^def /m).slice(1);
    expect(bodies.map((body) => body.trimEnd().split('\n').length <= 12)).toEqual([true, true]);
    for (const line of source.split('\n')) expect(line.length).toBeLessThanOrEqual(100);
  });

  test.skipIf(!torch)('have the loss, gradient, active share and spread of the figures', () => {
    const [loss, active, spread, gradient] = run(`
import json, sys, torch
from batch_hard import batch_hard
told = json.load(sys.stdin)
x = torch.tensor(told["values"], dtype=torch.float64).reshape(-1, told["dims"]).requires_grad_()
loss, active, spread = batch_hard(x, torch.tensor(told["labels"]), told["margin"])
loss.backward()
print(json.dumps([loss.item(), active.item(), spread.item(), x.grad.flatten().tolist()]))
`) as [number, number, number, number[]];
    const ours = createBatchLoss({
      ...{ loss: 'triplet', miner: 'batch-hard', distance: 'plain', reducer: 'mean' },
      ...{ margin: MARGIN, normalise: false },
    } as Parameters<typeof createBatchLoss>[0])(
      { values, rows: labels.length, dims },
      labels,
      random,
    );
    expect(loss).toBeCloseTo(ours.loss, 10);
    expect(active).toBeCloseTo(ours.active / ours.selected, 6);
    expect(spread).toBeCloseTo(cloudRadius({ values, rows: labels.length, dims }), 10);
    gradient.forEach((number, at) => {
      expect(number).toBeCloseTo(ours.gradient[at]!, 10);
    });
  });

  test.skipIf(!torch)('draw P classes and K samples of each, none of them twice', () => {
    const batches = run(`
import json, sys, torch
from batch_hard import pk_batches
labels = torch.tensor([0] * 9 + [1] * 3 + [2] * 7 + [3] * 5 + [4] * 8)
batches = pk_batches(labels, 3, 4)
drawn = [next(batches) for _ in range(20)]
print(json.dumps([[rows.tolist(), labels[rows].tolist()] for rows in drawn]))
`) as [number[], number[]][];
    for (const [rows, classes] of batches) {
      expect(new Set(rows).size).toBe(12);
      const counts = new Map<number, number>();
      for (const label of classes) counts.set(label, (counts.get(label) ?? 0) + 1);
      expect([...counts.values()]).toEqual([4, 4, 4]);
      // A class of three cannot give four.
      expect(counts.has(1)).toBe(false);
    }
  });

  test.skipIf(!torch)('give coincident embeddings the gradient 0, and the margin as loss', () => {
    const told = run(`
import json, torch
from batch_hard import batch_hard
x = torch.ones(8, 3, requires_grad=True)
loss, active, spread = batch_hard(x, torch.arange(8) // 2, 0.2)
loss.backward()
print(json.dumps([loss.item(), active.item(), spread.item(), x.grad.abs().max().item()]))
`) as number[];
    expect(told[0]).toBeCloseTo(0.2, 6);
    expect(told[1]).toBe(1);
    expect(told[3]).toBe(0);
  });
});
