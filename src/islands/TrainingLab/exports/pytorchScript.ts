import { MNIST } from '#data/digits/digitSource.ts';
import { lookUp } from '#metric/lookUp.ts';
import { pythonFloat } from '#metric/pythonFloat.ts';
import { reducers } from '#metric/reducers/registry.ts';
import type { TrainingConfig } from '#training/config.ts';
import { optimisers } from '#training/optimisers/registry.ts';
import type { RunChange } from '#training/run/history.ts';
import {
  augmentationOf,
  distanceOf,
  lossOf,
  minerOf,
  samplerOf,
} from '#training/settings/choices.ts';
import { pytorchLayers } from './pytorchNetwork.ts';

/** As many digits as the script trains on, of ten classes in like numbers. */
const DIGITS_TRAINED_ON = 8000;

/** What is trained, in a line, what changed in mid-run, and what has to be installed. */
function heading(config: TrainingConfig, changes: readonly RunChange[]): string {
  const { loss, miner, distance } = config;
  const trained = lossOf(config).takesDistance
    ? `${loss} loss, ${miner}, ${distance} distance`
    : `${loss} loss`;
  const changed = changes.map(
    ({ step, text }) => `\nThe run changed to this after ${step} steps: ${text}.`,
  );
  return `"""${trained}, on MNIST digits.
${changed.join('')}
pip install torch torchvision pytorch-metric-learning
"""
`;
}

const IMPORTS = `
import numpy
import torch
from pytorch_metric_learning import distances, losses, miners, reducers, samplers
from pytorch_metric_learning.utils import loss_and_miner_utils as lmu
from torch import nn
from torchvision import datasets

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

const DIGITS = `

def digits(train, count):
    data = datasets.MNIST("data", train=train, download=True)
    images = data.data[:count].float().div(255).unsqueeze(1)
    return images.to(DEVICE), data.targets[:count].to(DEVICE)

`;

const network = ({ network: name, dims, normalise }: TrainingConfig): string => `
network = nn.Sequential(
${pytorchLayers(name, dims)}
).to(DEVICE)
for layer in network:
    if isinstance(layer, (nn.Linear, nn.Conv2d)):
        nn.init.kaiming_normal_(layer.weight)
        nn.init.zeros_(layer.bias)


def embed(images):
    return ${normalise ? 'nn.functional.normalize(network(images))' : 'network(images)'}


`;

/** The batches of every step, drawn from the classes that are trained on, and the optimiser. */
function batches(config: TrainingConfig, module: string | undefined): string {
  const trained =
    config.classes === 'all'
      ? ''
      : `trained = torch.isin(labels, torch.tensor(CLASSES, device=DEVICE))
images, labels = images[trained], labels[trained]
`;
  const learning = module
    ? `[*network.parameters(), *${module}.parameters()]`
    : 'network.parameters()';
  return `images, labels = digits(train=True, count=${DIGITS_TRAINED_ON})
held_out, held_out_labels = digits(train=False, count=2000)
${trained}${samplerOf(config).pytorch.batches}
optimiser = ${lookUp(optimisers, 'optimiser', config.optimiser).pytorch(config, learning)}
`;
}

/** Recall@1 on the held-out digits. Where only some are trained on, the others are judged apart. */
function judgement(classes: TrainingConfig['classes']): string {
  const judges =
    classes === 'all'
      ? `[("recall@1", torch.ones_like(held_out_labels, dtype=torch.bool))]`
      : `[
    ("recall@1", torch.isin(held_out_labels, torch.tensor(CLASSES, device=DEVICE))),
    ("of held-out classes", ~torch.isin(held_out_labels, torch.tensor(CLASSES, device=DEVICE))),
]`;
  return `judges = ${judges}


@torch.no_grad()
def recall_at_1(chosen):
    embeddings, names = embed(held_out[chosen]), held_out_labels[chosen]
    d = torch.cdist(embeddings, embeddings).fill_diagonal_(float("inf"))
    return (names[d.argmin(dim=1)] == names).float().mean().item()


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
        scores = ", ".join(f"{name} {recall_at_1(chosen):.4f}" for name, chosen in judges)
        print(f"step {step}: loss {loss.item():.4f}, {scores}")
`;

/** Throws a RangeError where the digits are too few for a batch, as a run does. */
function checkBatch(config: TrainingConfig, classes: number): void {
  const samples = (DIGITS_TRAINED_ON * classes) / MNIST.classes.length;
  const refusal = samplerOf(config).refuses(config, { classes, samples });
  if (refusal) throw new RangeError(refusal);
}

/**
 * The run of a configuration on the digits as a Python script for PyTorch, torchvision and
 * pytorch-metric-learning, with the same network, sampler, distance, miner, loss, reducer,
 * optimiser, augmentation and classes. Data and random numbers differ, so curves agree in kind, not
 * digit by digit. It has the settings as they are now: changes in mid-run are told in its heading.
 * Throws a RangeError for offline mining, which pytorch-metric-learning leaves to its users, and for
 * batches that the digits cannot fill.
 */
export function pytorchScript(config: TrainingConfig, changes: readonly RunChange[] = []): string {
  const labels = config.classes === 'all' ? [...MNIST.classes.keys()] : config.classes;
  checkBatch(config, labels.length);
  const loss = lossOf(config).pytorch({
    values: config,
    distance: distanceOf(config),
    reducer: lookUp(reducers, 'reducer', config.reducer),
    dims: config.dims,
    labels,
  });
  const augmentation = augmentationOf(config).pytorch(config);
  const space = config.normalise ? 'divided by their length in embed()' : 'taken as they are';
  return [
    heading(config, changes),
    IMPORTS,
    constants(config, loss.constants),
    `# Embeddings are ${space}.\n`,
    loss.usesDistance ? mining(config) : '',
    `${loss.definition}\n`,
    DIGITS,
    augmentation.definition,
    network(config),
    batches(config, loss.module),
    judgement(config.classes),
    training(augmentation.apply('images[batch]'), samplerOf(config).pytorch.groups),
  ].join('');
}
