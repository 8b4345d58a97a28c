import type { MeasuredReport } from './measured.ts';
import type { StepTimes } from './stepTimes.ts';

/** What `npm run bench -- card` has written down, where a card's numbers were brought. */
const FOUND = import.meta.glob<MeasuredReport>('../../bench/card.json', {
  eager: true,
  import: 'default',
});
export const measuredCard: MeasuredReport | undefined = Object.values(FOUND)[0];

/** The steps that are shown: in the lab, and on other engines. */
const SHOWN = [
  { network: 'MLP', lab: 'lab-mlp-120', peers: 'peers-mlp-128' },
  { network: 'small conv', lab: 'lab-small-conv-120', peers: 'peers-small-conv-128' },
  { network: 'reference conv', lab: 'lab-reference-conv-40', peers: 'peers-reference-conv-32' },
] as const;
const OURS = 'webgpu';

const batchOf = (group: string) => Number(/\d+$/.exec(group)?.[0]);

/** What a step of each network took on the machine with the card, on the clock, each with its batch. */
export const cardTimesOf = ({ groups }: Pick<MeasuredReport, 'groups'>): StepTimes[] =>
  SHOWN.map(({ network, lab, peers }) => ({
    group: lab,
    network,
    batch: batchOf(lab),
    rows: [lab, peers]
      .flatMap((id) =>
        (groups.find((group) => group.id === id)?.rows ?? []).map((row) => ({
          ...row,
          what: `${row.what}, B = ${batchOf(id)}`,
          isOurs: id === lab && row.id === OURS,
        })),
      )
      .flatMap((row) => (row.median === null ? [] : [{ ...row, median: row.median }]))
      .toSorted((a, b) => a.median - b.median),
  })).filter(({ rows }) => rows.length > 0);
