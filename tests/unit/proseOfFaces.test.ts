/** What the chapter on faces tells in numbers is what its network, the one that is committed, does. */
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import bench from '../../bench/faces.json';
import verification from '../../src/data/files/verification.json';
import { identitiesSeenOf } from '#components/identitiesSeen.ts';
import { medianOf, rowOf } from '#components/measured.ts';
import { IDENTITY_RANGES } from '#data/faces/identity.ts';
import { POPULATIONS } from '#data/faces/population.ts';
import {
  compare,
  definition,
  FALSE_MATCH_RATE,
  rastersOf,
  THRESHOLD,
} from '#islands/UnseenFaces/definition.ts';
import { MAPS, PICTURES } from '#islands/UnseenMap/definition.ts';
import { initialState } from '#kit/figure/urlState.ts';
import { parseTry } from '#kit/figure/parseTry.ts';
import { falsePositiveIdentification } from '#metric/evaluation/falsePositiveIdentification.ts';
import { chapterSources, proseOf } from '#support/chapterSources.ts';
import { useNodeBackend } from '#support/nodeBackend.ts';
import { faceConfig } from '#training/faces/faceConfig.ts';
import { type FaceService, createFaceService } from '#training/faces/faceService.ts';
import { decodeSnapshot } from '#training/faces/snapshotFormat.ts';
import { createService } from '#training/service/service.ts';

const text = proseOf('face-recognition');
const { people, pictures } = POPULATIONS.test;
const everyone = Array.from({ length: people }, (_, person) => person);
const snapshot = () => decodeSnapshot(gunzipSync(readFileSync('src/data/files/faces.bin')));

const none = async (): Promise<never> => {
  throw new Error('no data are wanted here');
};

let service: FaceService;
beforeAll(async () => {
  await useNodeBackend('wasm');
  const { workshop } = createService({
    backends: [{ name: 'wasm', start: () => useNodeBackend('wasm'), isLost: () => false }],
    loadData: none,
    yieldToMessages: async () => {},
  });
  service = createFaceService({ workshop, loadSnapshot: async () => snapshot(), loadDigits: none });
});

const percent = (share: number, digits = 1) => `${(100 * share).toFixed(digits)} %`;

test('people, pictures and pairs are as many as the text says', () => {
  const all = people * pictures;
  const genuine = (people * pictures * (pictures - 1)) / 2;
  const impostor = (all * (all - 1)) / 2 - genuine;
  expect(text).toContain(`All pairs of ${all} pictures of ${people} drawn people`);
  expect(text).toContain(`${genuine.toLocaleString('en')} pairs of one person`);
  expect(text).toContain(`${impostor.toLocaleString('en')} of two`);
  expect(text).toContain(`is read off ${Math.round(impostor / 1000)} pairs`);
  expect(text).toContain(`chosen on ${POPULATIONS.calibration.people} other people`);
  expect(POPULATIONS.training.people).toBe(400);
  expect(text).toContain('trained on four hundred other people');
  expect(Object.keys(IDENTITY_RANGES)).toHaveLength(24);
  expect(text).toContain('Each is two dozen numbers');
});

test('the error rates of pixels, of the untrained and of the trained network are those on file', () => {
  const { raw, untrained, pretrained } = verification;
  expect(text).toContain(`with an EER of ${percent(raw.test.eer.value)}`);
  expect(text).toContain(`A network before training has ${percent(untrained.test.eer.value)}`);
  expect(text).toContain(`it has ${percent(pretrained.test.eer.value)} on people`);
  expect(snapshot().run['steps']).toBe(3000);
});

test('strategies are compared at the settings that the text gives', () => {
  const triplet = faceConfig({ loss: 'triplet', miner: 'semi-hard' });
  const contrastive = faceConfig({ loss: 'contrastive', miner: 'batch-all' });
  expect(triplet).toMatchObject({ distance: 'squared', optimiser: 'adam', normalise: true });
  expect(contrastive).toMatchObject({ distance: 'plain', optimiser: 'adam', normalise: true });
  expect(text).toContain(`batches of ${triplet.p} people with four pictures of each`);
  expect(triplet.k).toBe(4);
  expect(text).toContain(
    `The embeddings have ${triplet.dims} dimensions and lie on the unit sphere`,
  );
  const { temperature } = faceConfig({ loss: 'sup-con', miner: 'batch-all' });
  expect(text).toContain(`The temperature of SupCon is ${temperature}.`);
  expect(text).toContain(
    `The margin is ${triplet.margin} for the triplet loss, in squared units (in plain ones where the row says so), and ${contrastive.margin} for the contrastive loss`,
  );
});

test('strategies are called close, poor and collapsed as the benchmark has them', () => {
  const group = 'equal-error-rate';
  const close = ['contrastive-batch-all', 'triplet-batch-all', 'triplet-semi-hard', 'sup-con'];
  const medians = close.map((id) => medianOf(bench, group, id));
  expect(Math.max(...medians) - Math.min(...medians)).toBeLessThan(1.2);
  expect(medianOf(bench, group, 'triplet-random')).toBeGreaterThan(Math.max(...medians));
  const hard = medianOf(bench, group, 'triplet-batch-hard');
  const pixels = medianOf(bench, group, 'pixels');
  expect(text).toContain(
    `An EER of ${hard.toFixed(0)} % is still far from the ${pixels.toFixed(1)} %`,
  );
  const spreadOf = (id: string) => medianOf(bench, 'spread', id);
  expect(text).toContain(`its spread is ${spreadOf('triplet-batch-hard').toFixed(3)}`);
  expect(text).toContain(
    `where semi-hard triplets have ${spreadOf('triplet-semi-hard').toFixed(2)}`,
  );
  expect(rowOf(bench, group, 'triplet-batch-hard').most).toBeLessThan(pixels);
});

test('batch-hard on plain distances comes to what the text says', () => {
  const { least, most } = rowOf(bench, 'equal-error-rate', 'triplet-batch-hard-plain');
  const median = medianOf(bench, 'equal-error-rate', 'triplet-batch-hard-plain');
  expect(text).toContain(
    `batch-hard comes to ${percent(median / 100)}, from ${least!.toFixed(1)} to ${percent(most! / 100)}`,
  );
  const smallest = rowOf(bench, 'spread', 'triplet-batch-hard-plain').least!;
  expect(text).toContain(`is still small, with a spread of ${smallest.toFixed(3)}`);
});

test('ArcFace comes to what the text says, at the settings that it gives', () => {
  const { scale, angularMargin, p, k } = faceConfig({ loss: 'arc-face', miner: 'batch-all' });
  expect(text).toContain(
    `ArcFace has a scale of ${scale} and a margin of ${angularMargin} radians`,
  );
  const group = 'equal-error-rate';
  const { least, most } = rowOf(bench, group, 'arc-face');
  const median = medianOf(bench, group, 'arc-face');
  expect(text).toContain(
    `ArcFace comes to ${percent(median / 100)} here, from ${least!.toFixed(1)} to ${percent(most! / 100)}`,
  );
  const rest = bench.groups
    .find(({ id }) => id === group)!
    .rows.filter((row) => row.median > median && !/pixels|axes/.test(row.id));
  expect(rest.map(({ id }) => id)).toEqual(['triplet-batch-hard']);
  expect(text).toContain('behind them all but batch-hard on squared distances');
  expect(text).toContain(`a thousand steps of ${p * k} pictures`);
  expect((1000 * p) / POPULATIONS.training.people).toBe(80);
});

test('how many people it takes is told as the benchmark has it', () => {
  const { each, inAll, pixels } = identitiesSeenOf(bench);
  const [ten, , hundred, threeHundred, , threeThousand] = each.map(({ median }) =>
    percent(median / 100),
  );
  expect(text).toContain(
    `Ten people take it from the ${percent(pixels / 100)} of raw pixels to an EER of ${ten}, a hundred to ${hundred}, three hundred to ${threeHundred} and three thousand to ${threeThousand}`,
  );
  expect(text).toContain(
    `From 360 pictures each of ten people, as many in all as of three hundred, it learns to err in ${percent(inAll[0]!.median / 100)}`,
  );
  expect(360 * 10).toBe(12 * 300);
  // The series do not overlap where they are told apart, whatever the seed.
  expect(inAll[0]!.most).toBeLessThan(each[0]!.least);
  expect(inAll[0]!.least).toBeGreaterThan(each[3]!.most);
});

test('the nearest face on either map is the same person as often as the text says', () => {
  const same = ({ points }: (typeof MAPS)['raw']) =>
    points.filter((from, i) => {
      const distances = points.map(({ x, y }, k) =>
        k === i ? Number.POSITIVE_INFINITY : Math.hypot(x - from.x, y - from.y),
      );
      const nearest = distances.indexOf(Math.min(...distances));
      return Math.floor(nearest / PICTURES) === Math.floor(i / PICTURES);
    }).length;
  expect(text).toContain(
    `for ${same(MAPS.raw)} of the ${MAPS.raw.points.length} pictures in raw pixels`,
  );
  expect(text).toContain(`and for ${same(MAPS.pretrained)} in the embedding`);
});

test('false alarms multiply as the text says', () => {
  expect(falsePositiveIdentification(1e-4, 100)).toBeCloseTo(0.01, 3);
  expect(Math.round(100 * falsePositiveIdentification(1e-4, 10_000))).toBe(63);
});

describe('whom the network refuses and accepts', () => {
  const [owner, more, stranger] = [
    ...chapterSources.get('face-recognition')!.matchAll(/<Try figure="UnseenFaces" set="([^"]*)"/g),
  ].map(([, set = '']) => ({
    ...initialState(definition.settings),
    ...parseTry('UnseenFaces', definition.settings, set),
  }));

  /** The distances from the picture that a state presents to those that it enrols. */
  async function distancesOf(state: NonNullable<typeof owner>): Promise<readonly number[]> {
    const { values, dims } = await service.embed(rastersOf(state), 'pretrained');
    return compare(values, dims).distances;
  }

  test('the phrases of the text do what they say', async () => {
    expect(Math.min(...(await distancesOf(owner!)))).toBeGreaterThan(THRESHOLD);
    expect(Math.min(...(await distancesOf(more!)))).toBeLessThan(THRESHOLD);
    expect(Math.min(...(await distancesOf(stranger!)))).toBeLessThan(THRESHOLD);
  });

  test('in that picture so many owners are refused by one, two and three pictures', async () => {
    const all = await Promise.all(
      everyone.map((person) => distancesOf({ ...owner!, person, presented: person, enrolled: 3 })),
    );
    const refused = [1, 2, 3].map(
      (enrolled) => all.filter((of) => Math.min(...of.slice(0, enrolled)) > THRESHOLD).length,
    );
    expect(refused).toEqual([3, 1, 0]);
    expect(text).toContain('is refused, and so are two others of the hundred test people');
    expect(text).toContain('one of the hundred still refused, with a third nobody');
  });

  test('the nearest of five and the mean of five err as often as the text says', async () => {
    const { values, dims } = await service.population('test', 'pretrained');
    const row = (person: number, picture: number) => {
      const from = (person * pictures + picture) * dims;
      return values.subarray(from, from + dims);
    };
    /** The share of pairs of people that are accepted, by the last picture and the first so many. */
    function acceptedShare(enrolled: number, mean: boolean, isOwner: boolean): number {
      const pairs = everyone.flatMap((known) =>
        everyone.filter((who) => (who === known) === isOwner).map((who) => ({ known, who })),
      );
      const accepted = pairs.filter(({ known, who }) => {
        const rows = [
          row(who, pictures - 1),
          ...everyone.slice(0, enrolled).map((k) => row(known, k)),
        ];
        const { distances, toMean } = compare(
          Float32Array.from(rows.flatMap((of) => [...of])),
          dims,
        );
        return (mean ? toMean : Math.min(...distances)) <= THRESHOLD;
      });
      return accepted.length / pairs.length;
    }
    const refused = (enrolled: number, mean = false) =>
      percent(1 - acceptedShare(enrolled, mean, true), 0);
    const letIn = (enrolled: number, mean = false) =>
      percent(acceptedShare(enrolled, mean, false), 0);
    expect(text).toContain(`${refused(1)} of them are refused by one enrolled picture`);
    expect(refused(5)).toBe('0 %');
    expect(text).toContain(`while false accepts rise from ${letIn(1)} to ${letIn(5)}`);
    expect(text).toContain(
      `holds false accepts at ${letIn(5, true)} and refuses ${refused(5, true)}`,
    );
  });

  test('among fifty most strangers match somebody, and from twenty on fewer than the formula says', async () => {
    const enrolledAt = await service.searchGallery({ threshold: THRESHOLD }, () => {});
    const share = (gallery: number) =>
      enrolledAt.filter((at) => at <= gallery).length / enrolledAt.length;
    expect(share(50)).toBeGreaterThan(0.5);
    for (const gallery of [20, 30, 50, 100])
      expect(share(gallery)).toBeLessThan(falsePositiveIdentification(FALSE_MATCH_RATE, gallery));
  });
});
