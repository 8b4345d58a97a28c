import { circleOfAnchors, circleOfBatch } from '#metric/pairSums/circle.ts';
import { nca } from '#metric/pairSums/nca.ts';
import { debiased } from '#metric/softmax/debiased.ts';
import { decoupled } from '#metric/softmax/decoupled.ts';
import { sigLip } from '#metric/softmax/sigLip.ts';
import given from './lossNames.json';
import {
  type LossOf,
  type NamedBatch,
  ofPairs,
  ofRegistry,
  ofViews,
  TEMPERATURE,
  turned,
} from './namedLosses.ts';

/** What public code computes under a name. */
interface NamedLoss {
  readonly name: string;
  readonly by: string;
  readonly why: string;
  readonly values: readonly number[];
}

/** SupContrast's default for what it divides the temperature by. */
const BASE_OF_SUPCONTRAST = 0.07;

const ntXent = (temperature: number) =>
  ofRegistry({ loss: 'sup-con', temperature, baseTemperature: temperature });

const supCon = { loss: 'sup-con', baseTemperature: TEMPERATURE } as const;
const multiSimilarity = { loss: 'multi-similarity' } as const;
const nPair = { loss: 'info-nce', temperature: 1 } as const;
const DEBIASED = { temperature: TEMPERATURE, tauPlus: 0.1 };
const CIRCLE = { margin: 0.25, scale: 16 };

type Told = readonly [name: string, by: string, why: string, of: LossOf];

const OF_VIEWS: readonly Told[] = [
  ['NT-Xent', 'lightly, pytorch-metric-learning', 'mean over all 2N views', ntXent(TEMPERATURE)],
  [
    'NT-Xent',
    'SimCLR’s own code',
    'the means over both halves, added: twice as much',
    (batch) => 2 * ntXent(TEMPERATURE)(batch),
  ],
  [
    'NT-Xent',
    'SupContrast, at its defaults',
    'times T/0.07',
    ofRegistry({ loss: 'sup-con', baseTemperature: BASE_OF_SUPCONTRAST }),
  ],
  [
    'decoupled',
    'lightly',
    'the positive is not in the denominator: may be negative',
    ofViews((one, other) => decoupled(one, other, { temperature: TEMPERATURE })),
  ],
  [
    'debiased, τ⁺ = 0.1',
    'its authors',
    'a share of the negatives is taken for positives',
    ofViews((one, other) => debiased(one, other, DEBIASED)),
  ],
  [
    'hard negatives, β = 1',
    'its authors',
    'the same, nearer negatives weighed up',
    ofViews((one, other) => debiased(one, other, { ...DEBIASED, beta: 1 })),
  ],
  [
    'InfoNCE',
    'info-nce-pytorch, sentence-transformers',
    'N candidates, none of the same view',
    ofRegistry({ loss: 'info-nce' }),
  ],
  [
    'InfoNCE',
    'the same, views exchanged',
    'one direction only',
    (batch) => ofRegistry({ loss: 'info-nce' })(turned(batch)),
  ],
  [
    'CLIP',
    'OpenCLIP',
    'mean of both directions',
    ofRegistry({ loss: 'info-nce', symmetric: true }),
  ],
  [
    'SigLIP, scale 2, bias 0',
    'OpenCLIP',
    'no softmax: N² yes-or-no questions, divided by N',
    ofViews((one, other) => sigLip(one, other, { logitScale: 1 / TEMPERATURE, logitBias: 0 })),
  ],
];

const OF_LABELS: readonly Told[] = [
  [
    'SupCon',
    'SupContrast, T₀ = T',
    'all positives in the denominator, mean over all rows',
    ofRegistry(supCon),
  ],
  [
    'SupCon',
    'pytorch-metric-learning',
    'the mean leaves out rows with a loss of 0',
    ofRegistry({ ...supCon, reducer: 'mean-nonzero' }),
  ],
  [
    'SupCon',
    'SupContrast, at its defaults',
    'times T/0.07',
    ofRegistry({ ...supCon, baseTemperature: BASE_OF_SUPCONTRAST }),
  ],
  [
    'NT-Xent with labels',
    'pytorch-metric-learning',
    'the other positives are not in the denominator, mean over pairs',
    ofRegistry({ loss: 'nt-xent' }),
  ],
  [
    'NCA of cosines',
    'pytorch-metric-learning',
    'the positives are added within the logarithm',
    ofPairs(nca({ scale: 1 / TEMPERATURE })),
  ],
  [
    'N-pair',
    'pytorch-metric-learning',
    'rows of length 1, T = 1, two rows of each class',
    ofRegistry(nPair),
  ],
  [
    'N-pair',
    'the same, not normalised',
    'inner products of the rows as they are',
    ofRegistry({ ...nPair, similarity: 'dot' }),
  ],
  [
    'multi-similarity',
    'pytorch-metric-learning',
    'all pairs',
    ofRegistry({ ...multiSimilarity, pairMining: false }),
  ],
  [
    'multi-similarity',
    'its authors',
    'always mines its pairs',
    ofRegistry({ ...multiSimilarity, pairMining: true }),
  ],
  [
    'circle, m = 0.25, γ = 16',
    'pytorch-metric-learning',
    'one sum for each row',
    ofPairs(circleOfAnchors(CIRCLE)),
  ],
  [
    'circle, m = 0.25, γ = 16',
    'its paper',
    'one sum for the whole batch',
    ofPairs(circleOfBatch(CIRCLE)),
  ],
];

const measured = (losses: readonly Told[], batches: readonly NamedBatch[]): NamedLoss[] =>
  losses.map(([name, by, why, of]) => ({ name, by, why, values: batches.map(of) }));

/** Of two views of four samples. */
export const lossesOfViews = measured(OF_VIEWS, [given.views]);

/** Of three classes of four, and of nine rows of which some are alone in their class. */
export const lossesOfLabels = measured(OF_LABELS, [given.classes, given.singletons]);

const infoNce = (temperature: number) => ofRegistry({ loss: 'info-nce', temperature });

const AT_DEFAULTS = [
  ['lightly', 'NT-Xent', 0.5, ntXent],
  ['pytorch-metric-learning', 'NT-Xent', 0.07, ntXent],
  ['info-nce-pytorch', 'InfoNCE', 0.1, infoNce],
  ['sentence-transformers', 'InfoNCE', 0.05, infoNce],
] as const;

/** Of the views at the temperature that each library has where none is given. */
export const lossesAtDefaults = AT_DEFAULTS.map(([by, name, temperature, of]) => ({
  name,
  by,
  temperature,
  value: of(temperature)(given.views),
}));
