/**
 * What the section on classes of one's own tells of networks that never saw a class, as it stands in the
 * text: from bench/new-classes.json, which `npm run measure -- new-classes` writes, and from what
 * `npm run signs` says of the thresholds.
 */
import measured from '../../bench/new-classes.json';
import still from '#islands/NewClass/still.json';

type Judged = 'digits' | 'kinds' | 'manyKinds';

const ROWS = measured.rows;

/** What was measured of a network, seed by seed. Throws an error that names what was. */
export function seedsOf(id: string, of: Judged, shots: number): readonly number[] {
  const row = ROWS.find((each) => each.id === id);
  if (!row) throw new RangeError(`no "${id}", only ${ROWS.map((each) => each.id).join(', ')}`);
  const place = measured.shots.indexOf(shots);
  if (place < 0) throw new RangeError(`no ${shots} examples, only ${measured.shots.join(', ')}`);
  return row.seeds.map((seed) => seed[of][place]!);
}

const mean = (values: readonly number[]) =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** The mean over seeds, to two places. */
const told = (id: string, of: Judged, shots: number) => mean(seedsOf(id, of, shots)).toFixed(2);

const byShots = (id: string, of: Judged) => ({
  one: told(id, of, 1),
  three: told(id, of, 3),
  five: told(id, of, 5),
});

const rowOf = (id: string) => ({
  digits: byShots(id, 'digits'),
  kinds: byShots(id, 'kinds'),
  manyKinds: byShots(id, 'manyKinds'),
});

export const newClasses = {
  pixels: rowOf('pixels'),
  untrained: rowOf('untrained'),
  triplet: rowOf('triplet'),
  tripletAll: rowOf('triplet-all'),
  tripletMlp: rowOf('triplet-mlp'),
  tripletMlpDistorted: rowOf('triplet-mlp-distorted'),
  labelsMlp: rowOf('labels-mlp'),
  views: rowOf('views'),
  viewsMlp: rowOf('views-mlp'),
  glyphs: rowOf('glyphs'),
  seeds: Math.min(...ROWS.slice(1).map(({ seeds }) => seeds.length)),
  draws: measured.draws,
  kinds: measured.trainedKinds.toLocaleString('en'),
};

const percent = (share: number) => `${(100 * share).toFixed(0)}\u00a0%`;

/** How often either error is made among kinds, three met by three examples, at the usual threshold. */
export const refusalsOf = (network: keyof typeof still.thresholds) => {
  const { falseAccepts, falseRejects } = still.thresholds[network];
  return { accepts: percent(falseAccepts), rejects: percent(falseRejects) };
};
