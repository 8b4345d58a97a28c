import type { TrainingConfig } from '../../../training/config.ts';

/** What the script writes so far; with anything else it would be a script of another run. */
const WRITTEN = {
  network: 'mlp',
  dims: 2,
  normalise: false,
  optimiser: 'adam',
  augmentation: 'none',
  classes: 'all',
} as const satisfies Partial<TrainingConfig>;

function refuseOtherThan(config: TrainingConfig): void {
  const others = Object.entries(WRITTEN).filter(
    ([name, value]) => config[name as keyof typeof WRITTEN] !== value,
  );
  if (others.length > 0)
    throw new RangeError(
      `The script is written for ${others.map(([name, value]) => `${name} ${value}`).join(', ')} only.`,
    );
}

type Of<K extends keyof TrainingConfig> = Record<TrainingConfig[K] & string, string>;

/** How each miner finds (anchors, positives, negatives), or None for all triplets or pairs. */
const MINERS: Of<'miner'> = {
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

/**
 * The run of a configuration as a Python script for PyTorch, torchvision and
 * pytorch-metric-learning, with the same network, sampler, distance, miner, loss, reducer and
 * optimiser. Data and random numbers differ, so curves agree in kind, not digit by digit. Throws a
 * RangeError for what it cannot write yet: another network, optimiser, embedding or choice of data.
 */
export function pytorchScript(config: TrainingConfig): string {
  refuseOtherThan(config);
  const { loss, miner, distance, margin, p, k, learningRate, seed } = config;
  return `"""${loss} loss, ${miner}, ${distance} distance, on MNIST digits.

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
DEVICE = "cuda" if torch.cuda.is_available() else "cpu"

torch.manual_seed(SEED)

distance = distances.LpDistance(normalize_embeddings=False, p=2, power=${distance === 'squared' ? 2 : 1})

${MINERS[miner]}


${(loss === 'triplet' ? tripletLoss : contrastiveLoss)(config)}


def digits(train, count):
    data = datasets.MNIST("data", train=train, download=True)
    images = data.data[:count].float().div(255).flatten(1)
    return images.to(DEVICE), data.targets[:count].to(DEVICE)


network = nn.Sequential(
    nn.Linear(784, 256), nn.ReLU(), nn.Linear(256, 128), nn.ReLU(), nn.Linear(128, 2)
).to(DEVICE)
for layer in network:
    if isinstance(layer, nn.Linear):
        nn.init.kaiming_normal_(layer.weight)
        nn.init.zeros_(layer.bias)

images, labels = digits(train=True, count=8000)
held_out, held_out_labels = digits(train=False, count=2000)
sampler = samplers.MPerClassSampler(
    labels.cpu(), m=K, batch_size=P * K, length_before_new_iter=STEPS * P * K
)
batches = torch.tensor(list(sampler)).view(STEPS, P * K)
optimiser = torch.optim.Adam(network.parameters(), lr=LEARNING_RATE, eps=1e-7)


@torch.no_grad()
def recall_at_1():
    embeddings = network(held_out)
    d = torch.cdist(embeddings, embeddings).fill_diagonal_(float("inf"))
    return (held_out_labels[d.argmin(dim=1)] == held_out_labels).float().mean().item()


for step, batch in enumerate(batches, start=1):
    optimiser.zero_grad()
    loss = loss_of(network(images[batch]), labels[batch])
    loss.backward()
    optimiser.step()
    if step % 100 == 0:
        print(f"step {step}: loss {loss.item():.4f}, recall@1 {recall_at_1():.4f}")
`;
}
