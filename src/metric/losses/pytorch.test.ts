/** Whether what each loss reads like in PyTorch computes the same, where a Python has what it takes. */
import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { largestDifference, pkLabels, randomBatch } from '#support/batches.ts';
import { createBatchLoss } from '../batchLoss.ts';
import { distances } from '../distances/registry.ts';
import type { Parameters } from '../parameter.ts';
import { type ReducerName, reducers } from '../reducers/registry.ts';
import { createRandom } from '../random.ts';
import { miners } from '../miners/registry.ts';
import { losses } from './registry.ts';

const PYTHON = process.env['PYTHON'] ?? 'python3';
const IMPORTS = `import json, torch
from torch import nn
from pytorch_metric_learning import distances, losses, miners, reducers
from pytorch_metric_learning.utils import loss_and_miner_utils as lmu
torch.set_default_dtype(torch.float64)
`;
const isInstalled = spawnSync(PYTHON, ['-c', IMPORTS]).status === 0;

const { embeddings, labels } = randomBatch(6, pkLabels(4, 3), 3);
const { values, rows, dims } = embeddings;

/** The defaults, and each flag and choice in its other ways. */
function variantsOf(parameters: Parameters, usual: object): Record<string, unknown>[] {
  const base = Object.fromEntries(Object.entries(parameters).map(([name, p]) => [name, p.initial]));
  const others = Object.entries(parameters).flatMap(
    ([name, parameter]): Record<string, unknown>[] => {
      if (parameter.kind === 'flag') return [{ [name]: !parameter.initial }];
      if (parameter.kind === 'choice')
        return parameter.options.map((each) => ({ [name]: each.name }));
      return [{ [name]: parameter.initial * 2 }];
    },
  );
  return [{}, ...others].map((other) => ({ ...base, ...usual, ...other }));
}

const cases = [...losses].flatMap(([loss, entry]) =>
  entry.learns
    ? []
    : variantsOf(entry.parameters, entry.usual).flatMap((own) =>
        (['mean', 'mean-nonzero', 'sum'] as const).map((reducer) => ({ loss, own, reducer })),
      ),
);

/** A function of its own for each case: loss and gradient of the batch. */
function scriptOf({ loss, own, reducer }: (typeof cases)[number], place: number): string {
  const entry = losses.get(loss)!;
  const distance = distances.get((own['distance'] ?? 'squared') as 'squared')!;
  const script = entry.pytorch({
    values: own,
    distance,
    reducer: reducers.get(reducer)!,
    dims,
    labels: [0, 1, 2, 3],
  });
  const mining = script.usesDistance
    ? `distance = ${distance.pytorch}\n${miners.get('batch-all')!.pytorch}\n`
    : '';
  return `${script.constants}\n${mining}${script.definition}\ntell(${place}, loss_of)\n`;
}

test.skipIf(!isInstalled)(
  'every loss and its gradient are those of its text in PyTorch',
  () => {
    const script = `${IMPORTS}
told = {}
def tell(place, loss_of):
    x = torch.tensor(${JSON.stringify([...values])}).view(${rows}, ${dims}).requires_grad_()
    loss = loss_of(x, torch.tensor(${JSON.stringify(labels)}))
    loss.backward()
    told[place] = [loss.item(), x.grad.flatten().tolist()]

${cases.map(scriptOf).join('\n')}
print(json.dumps(told))`;
    const { stdout, stderr, status } = spawnSync(PYTHON, ['-'], { input: script });
    expect(status, `${stderr}`).toBe(0);
    const told = JSON.parse(`${stdout}`) as Record<string, [number, number[]]>;
    for (const [place, { loss, own, reducer }] of cases.entries()) {
      const config = { ...own, loss, reducer: reducer as ReducerName, normalise: false };
      const found = createBatchLoss(config)(embeddings, labels, createRandom(1));
      const [theirs, gradient] = told[place]!;
      expect(found.loss, JSON.stringify(config)).toBeCloseTo(theirs, 6);
      expect(largestDifference(found.gradient, gradient), JSON.stringify(config)).toBeLessThan(
        1e-6,
      );
    }
  },
  120_000,
);
