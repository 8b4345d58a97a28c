import { type Group, type Row, slug } from '../report.ts';
import type { CardRecord, LabRun, RawTimes } from './record.ts';

/** Networks by their names in links, and the images of a batch in the lab. */
const LAB = [
  { network: 'mlp', called: 'MLP', batch: 120 },
  { network: 'small-conv', called: 'small conv', batch: 120 },
  { network: 'reference-conv', called: 'reference conv', batch: 40 },
] as const;
/** What the lab computes on; the processor's first, to compare with. */
const BACKENDS = { wasm: 'WebAssembly', webgpu: 'WebGPU', webgl: 'WebGL' } as const;
type Backend = keyof typeof BACKENDS;
const PEERS = {
  'jax-js wasm': 'jax-js on WebAssembly, the network only',
  'jax-js webgpu': 'jax-js on WebGPU, the network only',
  'torch eager cuda': 'PyTorch on the card, with a [B, B, B] loss',
} as const;
const ASKING = [
  ['dispatch_us', 'a dispatch within one pass', 1],
  ['eager_dispatch_us', 'a dispatch in a pass and a submission of its own', 1],
  ['roundtrip_ms', 'a dispatch whose result is waited for', 1000],
] as const;
const PLAIN = [
  ['mlp_queued_ms', 'plain WebGPU, nothing read back'],
  ['mlp_readback_ms', 'plain WebGPU, embeddings read back'],
] as const satisfies readonly (readonly [keyof RawTimes, string])[];

type Records = readonly CardRecord[];

const withValues = (groups: readonly Group[]): Group[] =>
  groups
    .map((group) => ({ ...group, rows: group.rows.filter(({ values }) => values.length > 0) }))
    .filter(({ rows }) => rows.length > 0);

/** Runs that computed on what they were to compute on. */
const runsOf = (records: Records, network: string, backend: string): LabRun[] =>
  records
    .flatMap(({ lab }) => lab)
    .filter((run) => run.network === network && run.choice === backend && run.backend === backend);

function labGroups(records: Records): Group[] {
  const rows = (network: string, unit: string, value: (run: LabRun) => number | undefined) =>
    Object.entries(BACKENDS).map(
      ([id, name]): Row => ({
        id,
        what: `the lab on ${name}`,
        unit,
        values: runsOf(records, network, id).map((run) => value(run) ?? Number.NaN),
      }),
    );
  return LAB.flatMap(({ network, called, batch }) => [
    {
      id: `lab-${network}-${batch}`,
      title: `A step of the ${called} in the lab, B = ${batch}, on the clock`,
      rows: rows(network, 'ms', ({ stepsPerSecond }) => 1000 / stepsPerSecond),
    },
    {
      id: `lab-first-${network}`,
      title: `Run pressed to the first step of the ${called}`,
      rows: rows(network, 's', ({ first }) => first),
    },
    {
      id: `lab-time-to-knn-0.9-${network}`,
      title: `Run pressed to kNN accuracy 0.9, ${called}`,
      rows: rows(network, 's', ({ good }) => good),
    },
  ]);
}

function peerGroups(records: Records): Group[] {
  const steps = records.flatMap(({ peers }) => peers);
  const raws = records.flatMap(({ raw }) => raw ?? []);
  const shapes = new Map(
    steps.map(({ network, batch }) => [`${network} ${batch}`, { network, batch }]),
  );
  if (raws.length > 0) shapes.set('MLP 128', { network: 'MLP', batch: 128 });
  return [...shapes.values()].map(({ network, batch }) => ({
    id: `peers-${slug(network)}-${batch}`,
    title: `A step of the ${network} elsewhere, B = ${batch}, on the clock`,
    rows: [
      ...Object.entries(PEERS).map(([engine, what]) => ({
        id: slug(engine),
        what,
        unit: 'ms',
        values: steps
          .filter(
            (step) => step.engine === engine && step.network === network && step.batch === batch,
          )
          .map(({ milliseconds }) => milliseconds),
      })),
      ...(network === 'MLP' && batch === 128
        ? PLAIN.map(([name, what]) => ({
            id: slug(name),
            what,
            unit: 'ms',
            values: raws.map((raw) => raw[name]),
          }))
        : []),
    ],
  }));
}

/** What the records measured, each thing beside what it compares with. */
export const cardGroups = (records: Records): Group[] =>
  withValues([
    ...labGroups(records),
    ...peerGroups(records),
    {
      id: 'asking',
      title: 'What asking the card costs',
      rows: ASKING.map(([name, what, factor]) => ({
        id: slug(name),
        what,
        unit: 'µs',
        values: records.flatMap(({ raw }) => (raw ? [raw[name] * factor] : [])),
      })),
    },
  ]);

/** What was tried and did not come off, as whole sentences. */
export const notMeasured = (records: Records): string[] => [
  ...records.flatMap(({ failed }) => failed.map((words) => `Not measured: ${words}.`)),
  ...records.flatMap(({ lab }) =>
    lab
      .filter(({ choice, backend }) => choice in BACKENDS && choice !== backend)
      .map(
        ({ network, choice, backend }) =>
          `Not measured: ${network} on ${BACKENDS[choice as Backend]}, as the lab went on with ${BACKENDS[backend as Backend] ?? backend}.`,
      ),
  ),
];
