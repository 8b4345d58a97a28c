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
import { type LossName, losses } from './registry.ts';

const PYTHON = process.env['PYTHON'] ?? 'python3';
const IMPORTS = `import json, torch
from torch import nn
from pytorch_metric_learning import distances, losses, miners, reducers
from pytorch_metric_learning.utils import loss_and_miner_utils as lmu
torch.set_default_dtype(torch.float64)
DEVICE = 'cpu'
K = 3
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

const classes = [...new Set(labels)].sort((a, b) => a - b);

const cases = [...losses].flatMap(([loss, entry]) =>
  variantsOf(entry.parameters, entry.usual).flatMap((own) =>
    (['mean', 'mean-nonzero', 'sum'] as const).map((reducer) => ({ loss, own, reducer })),
  ),
);

/** The arrays that a loss learns, long enough for their gradients to count. */
const learnedBy = (loss: LossName) =>
  (losses.get(loss)!.learns?.({ labels: classes, dims }, createRandom(7)) ?? []).map(
    ({ values: short }) => Float64Array.from(short, (value) => 100 * value),
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
    labels: classes,
  });
  const mining = script.usesDistance
    ? `distance = ${distance.pytorch}\n${miners.get('batch-all')!.pytorch}\n`
    : '';
  const module = script.module ? `, ${script.module}` : '';
  const given = JSON.stringify(learnedBy(loss).map((array) => [...array]));
  return `${script.constants}\n${mining}${script.definition}\ntell(${place}, loss_of, ${given}${module})\n`;
}

test.skipIf(!isInstalled)(
  'every loss and its gradient are those of its text in PyTorch',
  () => {
    const script = `${IMPORTS}
told = {}
def tell(place, loss_of, learned, module=None):
    # Class vectors are rows for some of their losses and columns for others.
    arrays = [] if module is None else list(module.parameters())
    vectors = [torch.tensor(values).view(${classes.length}, ${dims}) for values in learned]
    are_rows = [array.shape == vector.shape for array, vector in zip(arrays, vectors)]
    assert len(arrays) == len(vectors)
    for array, vector, rows in zip(arrays, vectors, are_rows):
        array.data = vector if rows else vector.T.contiguous()
    x = torch.tensor(${JSON.stringify([...values])}).view(${rows}, ${dims}).requires_grad_()
    loss = loss_of(x, torch.tensor(${JSON.stringify(labels)}))
    loss.backward()
    grads = [a.grad if rows else a.grad.T for a, rows in zip(arrays, are_rows)]
    told[place] = [loss.item(), *[g.flatten().tolist() for g in [x.grad, *grads]]]

${cases.map(scriptOf).join('\n')}
print(json.dumps(told))`;
    const { stdout, stderr, status } = spawnSync(PYTHON, ['-'], { input: script });
    expect(status, `${stderr}`).toBe(0);
    const told = JSON.parse(`${stdout}`) as Record<string, [number, ...number[][]]>;
    for (const [place, { loss, own, reducer }] of cases.entries()) {
      const config = {
        ...own,
        loss,
        reducer: reducer as ReducerName,
        normalise: false,
        labels: classes,
      };
      const evaluate = createBatchLoss(config);
      const found = evaluate(embeddings, labels, createRandom(1), learnedBy(loss));
      const [theirs, ...gradients] = told[place]!;
      expect(found.loss, JSON.stringify(config)).toBeCloseTo(theirs, 6);
      const ours = [found.gradient, ...found.learnedGradients];
      expect(gradients).toHaveLength(ours.length);
      for (const [at, gradient] of gradients.entries())
        expect(largestDifference(ours[at]!, gradient), JSON.stringify(config)).toBeLessThan(1e-6);
    }
  },
  120_000,
);

test.skipIf(!isInstalled)(
  'the text of a loss over class vectors has a slope where a sample lies in the direction of its own',
  () => {
    const overVectors = [...losses].filter(([, { learns }]) => learns);
    const lines = overVectors.map(([name, entry]) => {
      const script = entry.pytorch({
        values: variantsOf(entry.parameters, entry.usual)[0],
        distance: distances.get('squared')!,
        reducer: reducers.get('mean')!,
        dims: 2,
        labels: [0, 1],
      });
      return `${script.constants}\n${script.definition}
list(${script.module}.parameters())[0].data = torch.eye(2)
x = (3 * torch.eye(2)).requires_grad_()
loss_of(x, torch.tensor([0, 1])).backward()
print("${name}", torch.isfinite(x.grad).all().item())`;
    });
    const { stdout } = spawnSync(PYTHON, ['-'], { input: `${IMPORTS}\n${lines.join('\n')}` });
    expect(`${stdout}`.trim().split('\n')).toEqual(overVectors.map(([name]) => `${name} True`));
  },
  60_000,
);
