import type { Embeddings } from '#metric/embeddings.ts';
import { type ClassLosses, classSoftmax } from '#metric/proxies/classSoftmax.ts';
import { type BeyondPi, furtherAngle, lessCosine } from '#metric/proxies/ownLogit.ts';
import { proxyAnchor } from '#metric/proxies/proxyAnchor.ts';
import { proxyNca } from '#metric/proxies/proxyNca.ts';
import type { Check } from '../check.ts';
import type { Comparison } from '../findings.ts';
import { embeddingsOf, labelsOf, toEmbeddings, toRows } from '../inputs.ts';
import type { OracleCase } from '../oracleCase.ts';

const samplesOf = (oracleCase: OracleCase) => ({
  ...embeddingsOf(oracleCase),
  own: labelsOf(oracleCase),
});

const proxiesOf = ({ inputs }: OracleCase): Embeddings => toEmbeddings(inputs['proxies']);

/** Loss and both gradients; of a detached factor the reference's gradient is not the derivative. */
function compareGradients(
  comparison: Comparison,
  { expected, tolerance, ...oracleCase }: OracleCase,
  found: Pick<ClassLosses, 'gradient' | 'vectorGradient'>,
): void {
  const { dims } = toEmbeddings(oracleCase.inputs['embeddings']);
  for (const [name, gradient] of [
    ['grad', found.gradient],
    ['gradProxies', found.vectorGradient],
  ] as const)
    if (expected['gradUnique'] === false || !Array.isArray(expected[name]))
      comparison.finite(name, gradient);
    else
      comparison.numbers(name, toRows(gradient, dims), expected[name], tolerance?.gradAbs ?? 1e-9);
}

/** The mean over rows, with what each row costs and how its softmax is shared. */
function compareMean(comparison: Comparison, oracleCase: OracleCase, found: ClassLosses): void {
  const { expected, tolerance } = oracleCase;
  const lossAbs = tolerance?.lossAbs ?? 1e-10;
  const rows = found.losses.length;
  const mean = found.losses.reduce((sum, loss) => sum + loss, 0) / rows;
  comparison.number('loss', mean, expected['loss'], lossAbs);
  compareGradients(comparison, oracleCase, {
    gradient: found.gradient.map((value) => value / rows),
    vectorGradient: found.vectorGradient.map((value) => value / rows),
  });
  // These are printed with twelve digits.
  if (expected['perAnchor'])
    comparison.numbers('perAnchor', found.losses, expected['perAnchor'], rows * lossAbs + 1e-9);
  if (expected['weights'])
    comparison.numbers(
      'weights',
      toRows(found.shares, found.shares.length / rows),
      expected['weights'],
      tolerance?.probabilityAbs ?? 1e-9,
    );
}

const number = ({ options }: OracleCase, name: string): number | undefined => {
  const value = options[name];
  return typeof value === 'number' ? value : undefined;
};

const given = <T extends object>(options: T) =>
  Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined)) as {
    readonly [K in keyof T]?: Exclude<T[K], undefined>;
  };

const proxyNcaCase: Check = (comparison, oracleCase) => {
  const options = given({
    scale: number(oracleCase, 'scale'),
    scalingX: number(oracleCase, 'scalingX'),
    scalingP: number(oracleCase, 'scalingP'),
    labelSmoothing: number(oracleCase, 'labelSmoothing'),
  });
  const unit = oracleCase.options['normalise'] !== false;
  const found = proxyNca(samplesOf(oracleCase), proxiesOf(oracleCase), { ...options, unit });
  compareMean(comparison, oracleCase, found);
  return undefined;
};

const proxyAnchorCase: Check = (comparison, oracleCase) => {
  const { expected, tolerance } = oracleCase;
  const options = given({
    margin: number(oracleCase, 'margin'),
    alpha: number(oracleCase, 'alpha'),
  });
  const found = proxyAnchor(samplesOf(oracleCase), proxiesOf(oracleCase), options);
  for (const name of ['loss', 'positiveTerm', 'negativeTerm', 'proxiesWithPositive'] as const)
    if (expected[name] !== undefined)
      comparison.number(name, found[name], expected[name], tolerance?.lossAbs ?? 1e-10);
  compareGradients(comparison, oracleCase, found);
  return undefined;
};

const normalisedSoftmaxCase: Check = (comparison, oracleCase) => {
  const temperature = number(oracleCase, 'temperature');
  const scale = temperature === undefined ? number(oracleCase, 'scale') : 1 / temperature;
  const unitSamples = oracleCase.options['normaliseEmbeddings'] !== false;
  const found = classSoftmax(samplesOf(oracleCase), proxiesOf(oracleCase), {
    scale: scale ?? 1,
    unitSamples,
  });
  compareMean(comparison, oracleCase, found);
  return undefined;
};

const marginCase =
  (ownCosine: (margin: number, variant: BeyondPi) => ReturnType<typeof lessCosine>): Check =>
  (comparison, oracleCase) => {
    const margin = number(oracleCase, 'margin') ?? 0;
    const variant = (oracleCase.options['variant'] ?? 'fallback') as BeyondPi;
    const found = classSoftmax(samplesOf(oracleCase), proxiesOf(oracleCase), {
      scale: number(oracleCase, 'scale') ?? 1,
      ownCosine: ownCosine(margin, variant),
      ...(oracleCase.source.repo === 'deepinsight/insightface' && { smallestShare: 1e-30 }),
    });
    compareMean(comparison, oracleCase, found);
    return undefined;
  };

/** One learned vector for each class. */
export const proxyLosses: readonly (readonly [category: string, check: Check])[] = [
  ['proxy_nca', proxyNcaCase],
  ['proxy_anchor', proxyAnchorCase],
  ['normalized_softmax', normalisedSoftmaxCase],
  ['cosface', marginCase(lessCosine)],
  ['arcface', marginCase(furtherAngle)],
];
