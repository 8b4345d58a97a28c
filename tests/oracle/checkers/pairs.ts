import type { Embeddings } from '#metric/embeddings.ts';
import { clip } from '#metric/softmax/clip.ts';
import { debiased } from '#metric/softmax/debiased.ts';
import { decoupled } from '#metric/softmax/decoupled.ts';
import { infoNce } from '#metric/softmax/infoNce.ts';
import { nPair } from '#metric/softmax/nPair.ts';
import { sigLip } from '#metric/softmax/sigLip.ts';
import { ntXentOfViews, supCon } from '#metric/softmax/supCon.ts';
import type { Check } from '../check.ts';
import { embeddingsOf, labelsOf, toEmbeddings } from '../inputs.ts';
import type { OracleCase } from '../oracleCase.ts';
import { compareAll } from './compareAll.ts';

const numberOf = (value: unknown, name: string): number => {
  if (typeof value !== 'number') throw new TypeError(`"${name}" is ${value}, not a number`);
  return value;
};

const option = ({ options }: OracleCase, name: string): number => numberOf(options[name], name);
const input = ({ inputs }: OracleCase, name: string): number => numberOf(inputs[name], name);

const viewsOf = ({ inputs }: OracleCase): Embeddings[] =>
  ['z1', 'z2', 'z3'].filter((name) => name in inputs).map((name) => toEmbeddings(inputs[name]));

const twoViews = (oracleCase: OracleCase): [Embeddings, Embeddings] => {
  const [one, other] = viewsOf(oracleCase);
  return [one!, other!];
};

const ofUnitRows = ({ options }: OracleCase): boolean => options['normalise'] !== false;

const ntXent: Check = (comparison, oracleCase) => {
  const { loss, perAnchor, shares, slopes, gradients } = ntXentOfViews(...twoViews(oracleCase), {
    temperature: option(oracleCase, 'temperature'),
  });
  compareAll(comparison, oracleCase, {
    loss,
    perAnchor,
    weights: shares,
    pairGrad: slopes,
    gradZ1: gradients[0],
    gradZ2: gradients[1],
  });
  return undefined;
};

const USES = new Map([
  ['unpaired', 'shared'],
  ['paired', 'of each'],
  ['batch+explicit', 'added'],
] as const);

const infoNceCase: Check = (comparison, oracleCase) => {
  const { inputs, options } = oracleCase;
  const use = USES.get(options['mode'] as 'unpaired');
  if (!use && options['mode'] !== 'in-batch')
    throw new Error(`unknown mode "${options['mode']}" of InfoNCE`);
  const paired = inputs['negativesPaired'] as number[][][] | undefined;
  const given = inputs['negatives'] ?? paired?.flat() ?? inputs['z3'];
  const found = infoNce(...twoViews(oracleCase), {
    temperature: option(oracleCase, 'temperature'),
    ofUnitRows: options['similarity'] !== 'dot',
    ...(use && { negatives: { rows: toEmbeddings(given), use } }),
  });
  const { queries, keys, negatives } = found.gradients;
  compareAll(comparison, oracleCase, {
    loss: found.loss,
    perAnchor: found.perAnchor,
    weights: found.shares,
    pairGrad: found.slopes,
    gradZ1: queries,
    gradZ2: keys,
    gradNegatives: negatives,
    gradNegativesPaired: negatives,
    gradZ3: negatives,
  });
  return undefined;
};

const clipCase: Check = (comparison, oracleCase) => {
  const found = clip(...twoViews(oracleCase), {
    logitScale: input(oracleCase, 'logitScale'),
    ofUnitRows: ofUnitRows(oracleCase),
  });
  const [there, back] = found.directions;
  compareAll(comparison, oracleCase, {
    loss: found.loss,
    perAnchorZ1: there.perAnchor,
    perAnchorZ2: back.perAnchor,
    weightsZ1: there.shares,
    weightsZ2: back.shares,
    pairGrad: found.slopes,
    gradZ1: found.gradients[0],
    gradZ2: found.gradients[1],
    gradLogitScale: found.logitScaleGradient,
  });
  return undefined;
};

const sigLipCase: Check = (comparison, oracleCase) => {
  const found = sigLip(...twoViews(oracleCase), {
    logitScale: input(oracleCase, 'logitScale'),
    logitBias: input(oracleCase, 'logitBias'),
    ofUnitRows: ofUnitRows(oracleCase),
  });
  compareAll(comparison, oracleCase, {
    loss: found.loss,
    perAnchor: found.perAnchor,
    pairGrad: found.slopes,
    gradZ1: found.gradients[0],
    gradZ2: found.gradients[1],
    gradLogitScale: found.logitScaleGradient,
    gradLogitBias: found.logitBiasGradient,
  });
  return undefined;
};

/** With rows of zeros for rows that are no anchors, where the case lists them. */
function listed(shares: Float64Array, anchors: number, wanted: unknown): Float64Array {
  const rows = Array.isArray(wanted) ? Math.max(anchors, wanted.length) : anchors;
  const all = new Float64Array((rows * shares.length) / Math.max(1, anchors));
  all.set(shares);
  return all;
}

const supConCase: Check = (comparison, oracleCase) => {
  const { inputs, options } = oracleCase;
  const views = 'z1' in inputs ? viewsOf(oracleCase) : [embeddingsOf(oracleCase)];
  const found = supCon(views, {
    temperature: option(oracleCase, 'temperature'),
    baseTemperature: option(oracleCase, 'baseTemperature'),
    anchors: options['contrastMode'] === 'one' ? 'first view' : 'all',
    ofUnitRows: ofUnitRows(oracleCase),
    ...(Array.isArray(inputs['labels']) && { labels: labelsOf(oracleCase) }),
  });
  const [first, second, third] = found.gradients;
  compareAll(comparison, oracleCase, {
    loss: found.loss,
    perAnchor: found.perAnchor,
    positivesPerAnchor: found.positives,
    weights: listed(found.shares, found.perAnchor.length, oracleCase.expected['weights']),
    pairGrad: found.slopes,
    grad: first,
    gradZ1: first,
    gradZ2: second,
    gradZ3: third,
  });
  return undefined;
};

const decoupledCase: Check = (comparison, oracleCase) => {
  const { sigma } = oracleCase.options as { sigma?: number | null };
  const { loss, perAnchor, slopes, gradients } = decoupled(...twoViews(oracleCase), {
    temperature: option(oracleCase, 'temperature'),
    ...(typeof sigma === 'number' && { sigma }),
  });
  compareAll(comparison, oracleCase, {
    loss,
    perAnchor,
    pairGrad: slopes,
    gradZ1: gradients[0],
    gradZ2: gradients[1],
  });
  return undefined;
};

const debiasedCase: Check = (comparison, oracleCase) => {
  const { loss, perAnchor, slopes, gradients } = debiased(...twoViews(oracleCase), {
    temperature: option(oracleCase, 'temperature'),
    tauPlus: option(oracleCase, 'tauPlus'),
    beta: option(oracleCase, 'beta'),
  });
  compareAll(comparison, oracleCase, {
    loss,
    perAnchor,
    pairGrad: slopes,
    gradZ1: gradients[0],
    gradZ2: gradients[1],
  });
  return undefined;
};

const nPairCase: Check = (comparison, oracleCase) => {
  const found = nPair(embeddingsOf(oracleCase), labelsOf(oracleCase), {
    ofUnitRows: oracleCase.options['similarity'] === 'cosine',
  });
  if (oracleCase.expected['pairs'])
    comparison.same('pairs', found.pairs, oracleCase.expected['pairs']);
  compareAll(comparison, oracleCase, {
    loss: found.loss,
    perAnchor: found.perAnchor,
    weights: found.shares,
    pairGrad: found.slopes,
    grad: found.gradient,
  });
  return undefined;
};

/** The losses of pairs and their relatives with several positives. */
export const pairLosses: readonly (readonly [category: string, check: Check])[] = [
  ['ntxent.two_view', ntXent],
  ['infonce', infoNceCase],
  ['clip', clipCase],
  ['siglip', sigLipCase],
  ['supcon', supConCase],
  ['decoupled', decoupledCase],
  ['debiased', debiasedCase],
  ['npairs', nPairCase],
];
