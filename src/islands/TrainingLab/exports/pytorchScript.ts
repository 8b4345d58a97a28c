import { MNIST } from '#data/digits/digitSource.ts';
import type { DataSource } from '#data/sources/registry.ts';
import { lookUp } from '#metric/lookUp.ts';
import { pythonFloat } from '#metric/pythonFloat.ts';
import { type TrainingConfig, validateConfig } from '#training/config.ts';
import { checkStock } from '#training/fits.ts';
import { optimisers } from '#training/optimisers/registry.ts';
import type { RunChange } from '#training/run/history.ts';
import {
  augmentationOf,
  distanceOf,
  lossOf,
  minerOf,
  samplerOf,
} from '#training/settings/choices.ts';
import { counted, countingOf } from './pytorchCounting.ts';
import { type PytorchData, pytorchData } from './pytorchData.ts';
import { pytorchLayers } from './pytorchNetwork.ts';

/** What is trained, in a line, what changed in mid-run, and what has to be installed. */
function heading(
  config: TrainingConfig,
  { told, installs }: PytorchData,
  changes: readonly RunChange[],
): string {
  const { loss, miner, distance, weights } = config;
  const trained = lossOf(config).takesDistance
    ? `${loss} loss, ${miner}, ${distance} distance`
    : `${loss} loss`;
  const changed = changes.map(
    ({ step, text }) => `\nThe run changed to this after ${step} steps: ${text}.`,
  );
  const begins =
    weights === 'seed'
      ? ''
      : '\nThe run began with a network that was saved, this script begins with a fresh one.';
  return `"""${trained}, on ${told}.
${begins}${changed.join('')}
pip install ${installs}
"""
`;
}

const importing = ({ imports }: PytorchData) => `
import numpy
import torch
from pytorch_metric_learning import distances, losses, miners, reducers, samplers
from pytorch_metric_learning.utils import loss_and_miner_utils as lmu
from torch import nn
${imports}
`;

/** The numbers of the run; `ofLoss` are those that the loss alone has. */
function constants(config: TrainingConfig, ofLoss: string): string {
  const { p, k, learningRate, seed, classes } = config;
  const { counts } = samplerOf(config);
  const known =
    classes === 'all'
      ? ''
      : `CLASSES = [${classes.join(', ')}]  # the others are held out, and judged apart\n`;
  return `${ofLoss}
P, K = ${p}, ${k}  # ${counts.p}, ${counts.k}
LEARNING_RATE = ${pythonFloat(learningRate)}
SEED = ${seed}
STEPS = 1200
${known}DEVICE = "cuda" if torch.cuda.is_available() else "cpu"

torch.manual_seed(SEED)
numpy.random.seed(SEED)  # samplers draw from it

`;
}

/** The distance, and what finds the triplets by it. */
function mining(config: TrainingConfig): string {
  const { pytorch } = minerOf(config);
  if (pytorch === undefined)
    throw new RangeError(
      'a script mines within the batch: choose an online miner, such as batch-all or semi-hard',
    );
  return `distance = ${distanceOf(config).pytorch}

${pytorch}


`;
}

const network = (
  { network: name, dims, normalise }: TrainingConfig,
  { height, width }: PytorchData,
): string => `
network = nn.Sequential(
${pytorchLayers(name, { height, width, dims })}
).to(DEVICE)
for layer in network:
    if isinstance(layer, (nn.Linear, nn.Conv2d)):
        nn.init.kaiming_normal_(layer.weight)
        nn.init.zeros_(layer.bias)


def embed(images):
    return ${normalise ? 'nn.functional.normalize(network(images))' : 'network(images)'}


`;

/** The batches of every step, drawn from the classes that are trained on, and the optimiser. */
function batches(
  config: TrainingConfig,
  { loading }: PytorchData,
  module: string | undefined,
): string {
  const trained =
    config.classes === 'all'
      ? ''
      : `trained = torch.isin(labels, torch.tensor(CLASSES, device=DEVICE))
images, labels = images[trained], labels[trained]
`;
  const learning = module
    ? `[*network.parameters(), *${module}.parameters()]`
    : 'network.parameters()';
  return `${loading}${trained}${samplerOf(config).pytorch.batches}
optimiser = ${lookUp(optimisers, 'optimiser', config.optimiser).pytorch(config, learning)}
`;
}

/** How held-out samples are judged. Where only some classes are trained on, the others are judged apart. */
function judgement(classes: TrainingConfig['classes']): string {
  const judges =
    classes === 'all'
      ? `[("held out", torch.ones_like(held_out_labels, dtype=torch.bool))]`
      : `[
    ("held out", torch.isin(held_out_labels, torch.tensor(CLASSES, device=DEVICE))),
    ("of held-out classes", ~torch.isin(held_out_labels, torch.tensor(CLASSES, device=DEVICE))),
]`;
  return `judges = ${judges}


@torch.no_grad()
def judged(chosen):
    """Recall@1 of some samples among themselves, and the spread: the radius of their cloud."""
    embeddings, names = embed(held_out[chosen]), held_out_labels[chosen]
    d = torch.cdist(embeddings, embeddings).fill_diagonal_(float("inf"))
    recall = (names[d.argmin(dim=1)] == names).float().mean()
    spread = (embeddings - embeddings.mean(dim=0)).square().sum(dim=1).mean().sqrt()
    return f"recall@1 {recall.item():.4f}, spread {spread.item():.4f}"


`;
}

/** Every step on a batch, whose images are augmented by the given expression; another tells its groups. */
const training = (
  augmented: string,
  groups: string,
): string => `for step, batch in enumerate(batches, start=1):
    optimiser.zero_grad()
    loss = loss_of(embed(${augmented}), ${groups})
    loss.backward()
    optimiser.step()
    if step % 100 == 0:
        told = "; ".join(f"{name}: {judged(chosen)}" for name, chosen in judges)
        print(f"step {step}: loss {loss.item():.4f}, active {active_share.item():.1%}; {told}")
`;

/**
 * The run of a configuration, on the digits or on the reader's own data, as a Python script for PyTorch and
 * pytorch-metric-learning, with the same network, sampler, distance, miner, loss, reducer, optimiser,
 * augmentation and classes. Digits and random numbers differ, so curves agree in kind, not digit by digit.
 * It has the settings as they are now: changes in mid-run are told in its heading. Throws a RangeError for
 * offline mining, which pytorch-metric-learning leaves to its users, and for all that a run refuses.
 */
export function pytorchScript(
  config: TrainingConfig,
  changes: readonly RunChange[] = [],
  source: Pick<DataSource, 'reference'> = MNIST,
): string {
  validateConfig(config);
  const data = pytorchData(source);
  checkStock(config, data);
  const loss = lossOf(config).pytorch({
    values: config,
    distance: distanceOf(config),
    reducer: counted(config.reducer),
    dims: config.dims,
    labels: config.classes === 'all' ? data.known : config.classes,
  });
  const augmentation = augmentationOf(config).pytorch(config);
  const space = config.normalise ? 'divided by their length in embed()' : 'taken as they are';
  return [
    heading(config, data, changes),
    importing(data),
    constants(config, loss.constants),
    `# Embeddings are ${space}.\n`,
    loss.usesDistance ? mining(config) : '',
    countingOf(loss.definition, config.reducer),
    `${loss.definition}\n`,
    data.definition,
    augmentation.definition,
    network(config, data),
    batches(config, data, loss.module),
    judgement(config.classes),
    training(augmentation.apply('images[batch]'), samplerOf(config).pytorch.groups),
  ].join('');
}
