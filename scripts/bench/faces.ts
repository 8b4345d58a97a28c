/** How well people whom no network saw are told apart, by what stands for their pictures. */
import { FACE_SIDE } from '#data/faces/faceSide.ts';
import { drawPopulation, type Pictures, POPULATIONS } from '#data/faces/population.ts';
import type { Embeddings } from '#metric/embeddings.ts';
import { cloudRadius } from '#metric/evaluation/cloudRadius.ts';
import { equalErrorRate } from '#metric/evaluation/equalErrorRate.ts';
import { picturePairs } from '#metric/evaluation/picturePairs.ts';
import { rocCurve, tarAtFar } from '#metric/evaluation/roc.ts';
import { principalAxes, projectOnto } from '#metric/pca.ts';
import type { TrainingConfig } from '#training/config.ts';
import { faceConfig } from '#training/faces/faceConfig.ts';
import { createTrainer } from '#training/trainer.ts';
import { useNodeBackend } from '#support/nodeBackend.ts';
import type { Measured, Row } from './report.ts';

const SEEDS = [1, 2, 3];
const STEPS = 1000;
const FAR = 0.01;
const PRINCIPAL_AXES = 32;
/** More pixels would make the axes a matter of minutes, and no better. */
const COARSE_SIDE = 16;

interface Outcome {
  readonly eer: number;
  readonly tar: number;
  /** How large the cloud is, in the units of what is judged. */
  readonly spread: number;
}

function judge(embeddings: Embeddings, { identities }: Pictures): Outcome {
  const { scores, same } = picturePairs(embeddings, identities);
  const curve = rocCurve(scores, same);
  return {
    eer: equalErrorRate(curve).interpolated,
    tar: tarAtFar(curve, FAR).step,
    spread: cloudRadius(embeddings),
  };
}

const pixels = ({ images, identities }: Pictures): Embeddings => ({
  values: Float32Array.from(images, (byte) => byte / 255),
  rows: identities.length,
  dims: FACE_SIDE ** 2,
});

/** Means of 2 × 2 pixels. */
function coarse({ values, rows }: Embeddings): Embeddings {
  const dims = COARSE_SIDE ** 2;
  const at = (row: number, y: number, x: number) =>
    values[row * FACE_SIDE ** 2 + y * FACE_SIDE + x]!;
  return {
    rows,
    dims,
    values: Float32Array.from({ length: rows * dims }, (_, i) => {
      const [row, pixel] = [Math.floor(i / dims), i % dims];
      const [y, x] = [2 * Math.floor(pixel / COARSE_SIDE), 2 * (pixel % COARSE_SIDE)];
      return (at(row, y, x) + at(row, y + 1, x) + at(row, y, x + 1) + at(row, y + 1, x + 1)) / 4;
    }),
  };
}

function principalOutcome(training: Pictures, test: Pictures): Outcome {
  const axes = principalAxes(coarse(pixels(training)), PRINCIPAL_AXES);
  const shown = coarse(pixels(test));
  return judge({ values: projectOnto(axes, shown), rows: shown.rows, dims: axes.count }, test);
}

async function trainedOutcome(
  training: Pictures,
  test: Pictures,
  config: TrainingConfig,
): Promise<Outcome> {
  const trainer = createTrainer(config, {
    height: FACE_SIDE,
    width: FACE_SIDE,
    training: { images: training.images, labels: training.identities },
    heldOut: { images: test.images, labels: test.identities },
  });
  try {
    while (trainer.step < STEPS) await trainer.advance();
    return judge(
      { values: await trainer.embedHeldOut(), rows: test.identities.length, dims: config.dims },
      test,
    );
  } finally {
    trainer.dispose();
  }
}

const STRATEGIES = [
  { what: 'contrastive loss, all pairs', loss: 'contrastive', miner: 'batch-all' },
  { what: 'triplet loss, batch-all', loss: 'triplet', miner: 'batch-all' },
  { what: 'triplet loss, batch-hard', loss: 'triplet', miner: 'batch-hard' },
  { what: 'triplet loss, semi-hard', loss: 'triplet', miner: 'semi-hard' },
  { what: 'triplet loss, random', loss: 'triplet', miner: 'random' },
] as const;

/**
 * Raw pixels, their principal axes and networks trained for as many steps with each strategy, all
 * judged on the same unseen people.
 */
export async function benchFaces(): Promise<Measured> {
  const draw = (name: keyof typeof POPULATIONS) =>
    drawPopulation(POPULATIONS[name], async () => {});
  const [training, test] = [await draw('training'), await draw('test')];
  await useNodeBackend('wasm', { accelerated: true });
  const outcomes: { readonly id: string; readonly what: string; readonly of: Outcome[] }[] = [
    { id: 'pixels', what: 'raw pixels', of: [judge(pixels(test), test)] },
    {
      id: 'principal-axes',
      what: `${PRINCIPAL_AXES} principal axes of pixels`,
      of: [principalOutcome(training, test)],
    },
  ];
  for (const { what, loss, miner } of STRATEGIES) {
    const of: Outcome[] = [];
    for (const seed of SEEDS) {
      const config = { ...faceConfig({ loss, miner }), seed };
      of.push(await trainedOutcome(training, test, config));
    }
    outcomes.push({ id: `${loss}-${miner}`, what, of });
  }
  const rowsOf = (value: (outcome: Outcome) => number): Row[] =>
    outcomes.map(({ id, what, of }) => ({
      id,
      what,
      unit: '%',
      values: of.map((one) => 100 * value(one)),
    }));
  // Pixels are in units of their own; what networks embed here has length 1.
  const spreads = outcomes
    .filter(({ of }) => of.length === SEEDS.length)
    .map(({ id, what, of }) => ({ id, what, unit: '', values: of.map(({ spread }) => spread) }));
  const { people, pictures } = POPULATIONS.test;
  const whom = `${people} people whom no network saw, ${pictures} pictures each`;
  return {
    heading: 'Drawn faces',
    groups: [
      {
        id: 'equal-error-rate',
        title: `Equal error rate, ${whom}; ${STEPS} steps`,
        rows: rowsOf(({ eer }) => eer),
      },
      {
        id: 'true-accept-rate',
        title: 'True accept rate at a false accept rate of 1 %',
        rows: rowsOf(({ tar }) => tar),
      },
      {
        id: 'spread',
        title: 'Spread of their embeddings, on a sphere of radius 1',
        rows: spreads,
      },
    ],
  };
}
