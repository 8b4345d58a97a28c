import { isOffline, type ONLINE_MINERS, type TrainingConfig } from '#training/config.ts';
import { pytorchLayers } from './pytorchNetwork.ts';

type Of<K extends keyof TrainingConfig> = Record<TrainingConfig[K] & string, string>;
type OnlineMiner = (typeof ONLINE_MINERS)[number];

/** How each miner finds (anchors, positives, negatives), or None for all triplets or pairs. */
const MINERS: Record<OnlineMiner, string> = {
  'batch-all': 'def mine(embeddings, labels):\n    return None',
  'batch-hard': `miner = miners.BatchHardMiner(distance=distance)


def mine(embeddings, labels):
    return miner(embeddings, labels)`,
  'semi-hard': `miner = miners.TripletMarginMiner(
    margin=MARGIN, type_of_triplets="semihard", distance=distance
)


def mine(embeddings, labels):
    return miner(embeddings, labels)`,
  random: `def mine(embeddings, labels):
    # One random positive and one random negative for each anchor.
    return lmu.get_random_triplet_indices(labels, t_per_anchor=1)`,
};

const REDUCERS: Of<'reducer'> = {
  mean: 'reducers.MeanReducer()',
  'mean-nonzero': 'reducers.AvgNonZeroReducer()',
  sum: 'reducers.SumReducer()',
};

const PAIR_REDUCERS: Of<'reducer'> = {
  mean: 'losses.mean()',
  'mean-nonzero': 'losses.sum() / (losses > 0).sum().clamp(min=1)',
  sum: 'losses.sum()',
};

const tripletLoss = ({
  softMargin,
  reducer,
}: TrainingConfig) => `loss_of_triplets = losses.TripletMarginLoss(
    ${softMargin ? 'margin=0.0, smooth_loss=True,  # ln(1 + exp(d_ap - d_an))' : 'margin=MARGIN,'}
    distance=distance,
    reducer=${REDUCERS[reducer]},
)


def loss_of(embeddings, labels):
    return loss_of_triplets(embeddings, labels, mine(embeddings, labels))`;

const contrastiveLoss = ({ reducer }: TrainingConfig) => `def pairs_of(labels, triplets):
    """Each unordered pair once: all of the batch, or those that the triplets are made of."""
    if triplets is None:
        return torch.triu_indices(len(labels), len(labels), 1, device=labels.device)
    a, p, n = triplets[:3]
    pairs = torch.stack([torch.cat([a, a]), torch.cat([p, n])])
    return torch.unique(pairs.sort(dim=0).values, dim=1)


def loss_of(embeddings, labels):
    # losses.ContrastiveLoss has linear hinges; here both terms are squared.
    i, j = pairs_of(labels, mine(embeddings, labels))
    d = distance(embeddings)[i, j]
    losses = torch.where(labels[i] == labels[j], d**2, torch.relu(MARGIN - d) ** 2)
    return ${PAIR_REDUCERS[reducer]}`;

/** A number as Python writes it. */
const float = (value: number) => (Number.isInteger(value) ? value.toFixed(1) : String(value));

const OPTIMISERS: Record<TrainingConfig['optimiser'], (config: TrainingConfig) => string> = {
  adam: () => 'torch.optim.Adam(network.parameters(), lr=LEARNING_RATE, eps=1e-7)',
  sgd: ({ momentum }) =>
    `torch.optim.SGD(network.parameters(), lr=LEARNING_RATE, momentum=${float(momentum)})`,
};

/** Turns images about their centres, each by its own angle, reading between pixels. */
const ROTATION = `

def turned(images):
    """Each image by a random angle of up to 5 degrees either way; paper comes in from outside."""
    angles = torch.deg2rad(10 * torch.rand(len(images), device=DEVICE) - 5)
    cos, sin, zero = angles.cos(), angles.sin(), torch.zeros_like(angles)
    turns = torch.stack([cos, sin, zero, -sin, cos, zero], dim=1).view(-1, 2, 3)
    grid = nn.functional.affine_grid(turns, list(images.shape), align_corners=False)
    return nn.functional.grid_sample(images, grid, align_corners=False)
`;

/** Where only some digits are trained on, the others are judged by themselves. */
const judgement = (classes: TrainingConfig['classes']) =>
  classes === 'all'
    ? {
        known: '',
        judges: `[("recall@1", torch.ones_like(held_out_labels, dtype=torch.bool))]`,
      }
    : {
        known: `CLASSES = [${classes.join(', ')}]  # the others are held out, and judged apart\n`,
        judges: `[
    ("recall@1", torch.isin(held_out_labels, torch.tensor(CLASSES, device=DEVICE))),
    ("of held-out classes", ~torch.isin(held_out_labels, torch.tensor(CLASSES, device=DEVICE))),
]`,
      };

/**
 * The run of a configuration on the digits as a Python script for PyTorch, torchvision and
 * pytorch-metric-learning, with the same network, sampler, distance, miner, loss, reducer,
 * optimiser, augmentation and classes. Data and random numbers differ, so curves agree in kind, not
 * digit by digit. It has the settings as they are now: changes in mid-run are told in its heading. Throws a RangeError for offline mining, which pytorch-metric-learning leaves to its
 * users.
 */
export function pytorchScript(
  config: TrainingConfig,
  changes: readonly { readonly step: number; readonly text: string }[] = [],
): string {
  const { loss, miner, distance, margin, p, k, learningRate, seed, dims, normalise } = config;
  if (isOffline(miner))
    throw new RangeError(
      'a script mines within the batch: choose an online miner, such as batch-all or semi-hard',
    );
  const { known, judges } = judgement(config.classes);
  const changed = changes.map(
    ({ step, text }) => `\nThe run changed to this after ${step} steps: ${text}.`,
  );
  const rotates = config.augmentation === 'rotation';
  return `"""${loss} loss, ${miner}, ${distance} distance, on MNIST digits.
${changed.join('')}
pip install torch torchvision pytorch-metric-learning
"""

import torch
from pytorch_metric_learning import distances, losses, miners, reducers, samplers
from pytorch_metric_learning.utils import loss_and_miner_utils as lmu
from torch import nn
from torchvision import datasets

MARGIN = ${float(margin)}  # in units of the ${distance} distance
P, K = ${p}, ${k}  # classes in a batch, images of each
LEARNING_RATE = ${float(learningRate)}
SEED = ${seed}
STEPS = 1200
${known}DEVICE = "cuda" if torch.cuda.is_available() else "cpu"

torch.manual_seed(SEED)

# Embeddings are ${normalise ? 'divided by their length in embed()' : 'taken as they are'}.
distance = distances.LpDistance(normalize_embeddings=False, p=2, power=${distance === 'squared' ? 2 : 1})

${MINERS[miner]}


${(loss === 'triplet' ? tripletLoss : contrastiveLoss)(config)}


def digits(train, count):
    data = datasets.MNIST("data", train=train, download=True)
    images = data.data[:count].float().div(255).unsqueeze(1)
    return images.to(DEVICE), data.targets[:count].to(DEVICE)

${rotates ? ROTATION : ''}
network = nn.Sequential(
${pytorchLayers(config.network, dims)}
).to(DEVICE)
for layer in network:
    if isinstance(layer, (nn.Linear, nn.Conv2d)):
        nn.init.kaiming_normal_(layer.weight)
        nn.init.zeros_(layer.bias)


def embed(images):
    return ${normalise ? 'nn.functional.normalize(network(images))' : 'network(images)'}


images, labels = digits(train=True, count=8000)
held_out, held_out_labels = digits(train=False, count=2000)
${
  config.classes === 'all'
    ? ''
    : `trained = torch.isin(labels, torch.tensor(CLASSES, device=DEVICE))
images, labels = images[trained], labels[trained]
`
}sampler = samplers.MPerClassSampler(
    labels.cpu(), m=K, batch_size=P * K, length_before_new_iter=STEPS * P * K
)
batches = torch.tensor(list(sampler)).view(STEPS, P * K)
optimiser = ${OPTIMISERS[config.optimiser](config)}
judges = ${judges}


@torch.no_grad()
def recall_at_1(chosen):
    embeddings, names = embed(held_out[chosen]), held_out_labels[chosen]
    d = torch.cdist(embeddings, embeddings).fill_diagonal_(float("inf"))
    return (names[d.argmin(dim=1)] == names).float().mean().item()


for step, batch in enumerate(batches, start=1):
    optimiser.zero_grad()
    loss = loss_of(embed(${rotates ? 'turned(images[batch])' : 'images[batch]'}), labels[batch])
    loss.backward()
    optimiser.step()
    if step % 100 == 0:
        scores = ", ".join(f"{name} {recall_at_1(chosen):.4f}" for name, chosen in judges)
        print(f"step {step}: loss {loss.item():.4f}, {scores}")
`;
}
