import { describe, expect, test } from 'vitest';
import recordedRace from '../../islands/StrategyRace/recordedRace.json' with { type: 'json' };
import { causesOf, namesOf, observe, verdictOf } from '#support/observed.ts';
import { createBatchLoss } from '../batchLoss.ts';
import { createRandom } from '../random.ts';
import { diagnose } from './diagnose.ts';
import { hoverAtMargin, halfMargin } from './heights/hinge.ts';
import type { Observation } from './observation.ts';

describe('stuck losses of public threads', () => {
  test('8.909 at a batch of 256 and T = 0.1 is ln 511 / 0.7 (SupContrast #3)', () => {
    const told = { loss: 'supcon', temperature: 0.1, n: 256 } as const;
    expect(namesOf('8.909', told)).toEqual(['exact supcon']);
    expect(verdictOf('8.909', { ...told, std: 1e-5 })).toBe(
      'The value is ln(2N − 1) × T/0.07: T/0.07 × ln(2N − 1) = 0.1/0.07 × ln 511 = 8.9091.',
    );
  });

  test('6.920 at a batch of 64 is ln 127 / 0.7 (SupContrast #42)', () => {
    expect(namesOf('6.920', { loss: 'supcon', temperature: 0.1, n: 64 })).toEqual(['exact supcon']);
  });

  test('5.5597 at a batch of 25 is ln 49 / 0.7 (positional_cl #5)', () => {
    expect(namesOf('5.5597', { loss: 'supcon', temperature: 0.1, n: 25 })).toEqual([
      'exact supcon',
    ]);
  });

  test('8.909 is decoded without the batch and the temperature, and the guess is told', () => {
    const { found } = diagnose(observe('8.909', { loss: 'supcon' }));
    expect(found.map(({ fit, assumes }) => `${fit} ${assumes}`)).toContain(
      'exact if N is 256 and if T is 0.1',
    );
  });

  test('6.9287 is near ln 1,023 and not on it; spread out, so no collapse (similarity #233)', () => {
    const told = { loss: 'nt-xent', n: 512, std: 0.0214, heldOutAccuracy: 0.491 } as const;
    expect(namesOf('6.9287', told)).toEqual(['near ln-2n-1']);
    expect(verdictOf('6.9287', told)).toContain('0.0018 below ln(2N − 1)');
    const [first] = diagnose(observe('6.9287', told)).causes.filter(
      ({ name }) => name === 'unaligned',
    );
    expect(first!.because).toContain('in about 2,184 dimensions');
    expect(causesOf('6.9287', { ...told, dims: 2048 })).toMatchObject({
      collapse: 'against',
      unaligned: 'fits',
    });
  });

  test('1.3863 is ln 4: InfoNCE among four', () => {
    expect(namesOf('1.3863', { loss: 'info-nce', n: 4 })).toEqual(['exact ln-n']);
    expect(diagnose(observe('1.3863', { loss: 'info-nce' })).found[0]!.assumes).toBe('if N is 4');
  });

  test('about 5 at a batch of 128 is half a unit below its height, and no plateau (simclr #141)', () => {
    const told = { loss: 'nt-xent', temperature: 0.1, n: 128 } as const;
    expect(verdictOf('about 5', told)).toContain('at no height that we know of');
    expect(verdictOf('about 5', told)).toContain('0.54 below the nearest, ln(2N − 1)');
  });

  test('0.0100 at a margin of 0.01 is the margin, in a collapse (pytorch-metric-learning #20)', () => {
    const told = { margin: 0.01, squared: false, mining: 'batch-hard', spread: 0.0001 } as const;
    expect(namesOf('0.0100', told)).toEqual(['exact margin']);
    expect(causesOf('0.0100', told)).toMatchObject({ collapse: 'fits' });
  });

  test('0.6931 under the soft margin is ln 2, and 0.7 rounds to it (triplet-reid #4, #30)', () => {
    expect(namesOf('0.6931', { loss: 'triplet-soft' })).toEqual(['exact ln-2']);
    expect(namesOf('0.7', { loss: 'triplet-soft' })).toEqual(['exact ln-2']);
  });

  test('a loss about the margin with all triplets active and a wide cloud asks for the labels (omoindrot #51)', () => {
    const told = { margin: 0.5, mining: 'batch-all', active: 1, spread: 1.1 } as const;
    expect(causesOf('0.50', { ...told, average: 'mean-nonzero' })).toMatchObject({
      collapse: 'against',
      unaligned: 'fits',
    });
  });

  test('zero after two steps with one sample of each class: no valid triplet', () => {
    expect(causesOf('0', { margin: 0.2, p: 32, k: 1 })).toMatchObject({ 'empty-batch': 'fits' });
    expect(diagnose(observe('0', { margin: 0.2, p: 32, k: 1 })).next).toContain('by class');
  });

  test('zero, and bad embeddings: six identities are learned by heart', () => {
    const told = { margin: 0.2, p: 6, k: 8, trainAccuracy: 0.99, heldOutAccuracy: 0.6 };
    expect(causesOf('0.000', told)).toMatchObject({
      memorised: 'fits',
      'nothing-left': 'fits',
      'empty-batch': 'against',
    });
  });

  test('NaN with a sample of each class: an anchor without a positive', () => {
    expect(causesOf('NaN', { loss: 'supcon' })).toMatchObject({ 'no-positive': 'open' });
    expect(causesOf('NaN', { loss: 'nt-xent-labels', p: 8, k: 1 })).toMatchObject({
      'no-positive': 'fits',
    });
  });

  test('NaN at a temperature of 0.01: too small for single precision', () => {
    const told = { loss: 'supcon', temperature: 0.01 } as const;
    expect(causesOf('NaN', told)).toMatchObject({ 'small-temperature': 'fits' });
    expect(causesOf('NaN', { ...told, temperature: 0.1 })).toMatchObject({
      'small-temperature': 'against',
    });
  });

  test('NaN under plain distances may be the root of zero, under squared ones it is not', () => {
    expect(causesOf('nan', { squared: false })).toMatchObject({ 'root-of-zero': 'open' });
    expect(causesOf('nan', { squared: true })).toMatchObject({ 'root-of-zero': 'against' });
  });
});

describe('heights', () => {
  const collapsed = (loss: 'triplet' | 'contrastive', reducer: 'mean' | 'mean-nonzero') => {
    const values = new Float64Array(2 * 40).fill(1);
    const labels = Array.from({ length: 40 }, (_, row) => Math.floor(row / 4));
    const distance = loss === 'triplet' ? 'squared' : 'plain';
    return createBatchLoss({
      ...{ loss, miner: 'batch-all', distance, reducer, margin: 0.5 },
      values: { margin: 0.5 },
      normalise: false,
    } as never)({ values, rows: 40, dims: 2 }, labels, createRandom(1)).loss;
  };

  test('are those that the losses come to when all points are one', () => {
    expect(collapsed('triplet', 'mean')).toBe(0.5);
    const pairs = { loss: 'contrastive', margin: 0.5, p: 10, k: 4 } as const;
    const [share] = diagnose(observe('0', pairs)).places;
    expect(collapsed('contrastive', 'mean')).toBeCloseTo(share!.value, 12);
    const [square] = diagnose(observe('0', { ...pairs, average: 'mean-nonzero' })).places;
    expect(collapsed('contrastive', 'mean-nonzero')).toBeCloseTo(square!.value, 12);
  });

  test('of the contrastive loss are told apart by the average and the ½', () => {
    const told = { loss: 'contrastive', margin: 1, p: 10, k: 4 } as const;
    expect(namesOf('0.923', told)).toEqual(['exact m2-share']);
    expect(namesOf('0.4615', told)).toEqual(['exact half-m2-share']);
    expect(namesOf('0.500', { ...told, average: 'apart' })).toEqual(['exact m2-half']);
    expect(namesOf('1.00', { ...told, average: 'mean-nonzero' })).toEqual(['exact m2']);
    expect(verdictOf('0.923', told)).toContain('1² × 36/39 = 0.9231');
  });

  test('of pairs drawn half and half are m²/2, and what is assumed is told', () => {
    expect(diagnose(observe('0.5', { loss: 'contrastive', margin: 1 })).found[0]!.assumes).toBe(
      'if half of the pairs are dissimilar',
    );
  });

  test('of classes are their logarithms', () => {
    expect(namesOf('2.303', { loss: 'class-softmax', classes: 10 })).toEqual(['exact ln-c']);
    expect(namesOf('3.611', { loss: 'nt-xent-labels', p: 10, k: 4 })).toEqual(['exact ln-1-b-k']);
  });

  test('fit to the digits that were given', () => {
    expect(namesOf('0.50', { margin: 0.504 })).toContain('exact margin');
    expect(namesOf('0.500', { margin: 0.504 })).toEqual(['near margin']);
  });

  test('that need a number which is missing ask for it', () => {
    expect(verdictOf('0.5', {})).toContain('fill in the margin');
  });

  test('of hovering hold for the recorded healthy runs', () => {
    const at = (height: typeof halfMargin, mining: Observation['mining']) =>
      height.places(observe('0', { margin: 0.5, average: 'mean-nonzero', mining }))[0]!.band!;
    const [batchAll, , semiHard] = recordedRace.lanes;
    const inside = (losses: readonly number[], [from, to]: readonly [number, number]) =>
      losses.every((loss) => loss >= from && loss <= to);
    expect(inside(batchAll!.loss, at(hoverAtMargin, 'batch-all'))).toBe(true);
    expect(inside(semiHard!.loss, at(halfMargin, 'semi-hard'))).toBe(true);
  });
});

describe('causes', () => {
  const stuck = { margin: 0.2, spread: 0.004 };

  test('at the margin with a tiny spread it is collapse, and the mining has to change', () => {
    const diagnosis = diagnose(observe('0.200', stuck));
    expect(diagnosis.verdict).toBe('The value is exactly the margin: m = 0.2.');
    expect(diagnosis.causes[0]!.name).toBe('collapse');
    expect(diagnosis.next).toContain('batch-all or semi-hard');
    expect(diagnosis.lab).toMatchObject({ miner: 'batch-hard' });
  });

  test('a tiny spread with a good accuracy is small, but in order', () => {
    expect(
      causesOf('0.200', { ...stuck, spread: 0.006, heldOutAccuracy: 0.8, lengths: 'unit' }),
    ).toMatchObject({ 'small-in-order': 'fits', collapse: 'open' });
  });

  test('the spread is compared with the root of a squared margin, and with a plain one as it is', () => {
    // A spread of 0.03 is a fifteenth of √0.2 and more than a tenth of 0.2.
    expect(causesOf('0.200', { margin: 0.2, spread: 0.03 })).toMatchObject({ collapse: 'fits' });
    expect(causesOf('0.200', { margin: 0.2, spread: 0.03, squared: false })).toMatchObject({
      collapse: 'open',
    });
  });

  test('averaged over those with a loss, the margin is a healthy place too', () => {
    const told = {
      ...({ margin: 0.5, average: 'mean-nonzero', mining: 'batch-all' } as const),
      ...{ active: 0.04, spread: 1.7 },
    };
    expect(causesOf('0.53', told)).toMatchObject({ 'healthy-hover': 'fits', collapse: 'against' });
  });

  test('semi-hard mining at half the margin is at work', () => {
    const told = { margin: 0.5, mining: 'semi-hard', heldOutAccuracy: 0.89, spread: 4 } as const;
    expect(namesOf('0.248', told)).toEqual(['band half-margin']);
    expect(causesOf('0.248', told)).toMatchObject({ 'healthy-hover': 'fits' });
  });

  test('the deviation of unit vectors tells collapse from spread but unaligned', () => {
    const told = { loss: 'info-nce', n: 64, dims: 128 } as const;
    expect(causesOf('4.159', { ...told, std: 0.0884 })).toMatchObject({
      collapse: 'against',
      unaligned: 'fits',
    });
    expect(causesOf('4.159', { ...told, std: 0.0001 })).toMatchObject({
      collapse: 'fits',
      unaligned: 'against',
    });
  });

  test('of what is open comes first what something is known of', () => {
    const told = { loss: 'nt-xent', n: 512, std: 0.0214 } as const;
    const [first, second] = diagnose(observe('6.9287', told)).causes;
    expect([first!.name, second!.name]).toEqual(['unaligned', 'collapse']);
  });

  test('what to look at is told in the measure of the loss', () => {
    const next = (told: Partial<Observation>) => diagnose(observe('0.2', told)).next;
    expect(next({ margin: 0.2 })).toContain('a small part of √m');
    expect(next({ margin: 0.2, squared: false })).toContain('a small part of m');
    expect(diagnose(observe('1.386', { loss: 'info-nce', n: 4 })).next).toContain('1/√D');
  });

  test('at no known height nothing is claimed, and the next check is one that always helps', () => {
    const { found, causes } = diagnose(observe('0.31', { margin: 0.2 }));
    expect(found).toEqual([]);
    expect(causes.map(({ name }) => name)).toEqual(['not-stepping']);
  });

  test('the contrastive loss at zero asks for dissimilar pairs', () => {
    const told = { loss: 'contrastive', margin: 1, p: 1, k: 8 } as const;
    expect(causesOf('0.00', told)).toMatchObject({ 'only-similar': 'fits' });
  });
});
