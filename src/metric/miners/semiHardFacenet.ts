import type { MinerEntry } from './miner.ts';
import { randomInsideMargin } from './randomInsideMargin.ts';

/**
 * FaceNet (Schroff et al. 2015): for every ordered pair of one class a random one of its semi-hard
 * negatives; a pair without any is left out.
 */
export const semiHardFacenet = {
  name: 'semi-hard-facenet',
  label: 'one semi-hard',
  about:
    'For each pair of one class a random one of its semi-hard negatives, as in FaceNet, instead of all of them.',
  mine: randomInsideMargin({
    name: 'semi-hard-facenet',
    semiHardOnly: true,
    earlierAnchorOnly: false,
  }),
  comparesWithMargin: true,
  pytorch: `miner = miners.TripletMarginMiner(
    margin=MARGIN, type_of_triplets="semihard", distance=distance
)


def mine(embeddings, labels):
    # Of the semi-hard negatives of each pair a random one.
    a, p, n = miner(embeddings, labels)
    order = torch.randperm(len(a), device=a.device)
    pairs, which = torch.unique(a[order] * len(labels) + p[order], return_inverse=True)
    drawn = order[torch.zeros_like(pairs).scatter_(0, which, torch.arange(len(a), device=a.device))]
    return a[drawn], p[drawn], n[drawn]`,
} as const satisfies MinerEntry;
