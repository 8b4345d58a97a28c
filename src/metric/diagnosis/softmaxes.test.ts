import { describe, expect, test } from 'vitest';
import { causesOf, namesOf, observe, verdictOf } from '#support/observed.ts';
import { createBatchLoss } from '../batchLoss.ts';
import { createRandom } from '../random.ts';
import { diagnose } from './diagnose.ts';

describe('plateaus of softmaxes', () => {
  test('a batch drawn by class has B − 1 others, with the factor of SupContrast or without it', () => {
    const told = { loss: 'supcon', temperature: 0.1, p: 10, k: 12 } as const;
    expect(namesOf('4.7791', told)).toEqual(['exact ln-b-1']);
    expect(namesOf('6.8273', told)).toEqual(['exact supcon']);
    expect(verdictOf('6.8273', told)).toContain('T/0.07 × ln(B − 1) = 0.1/0.07 × ln 119 = 6.8273');
  });

  test('alone they do not tell one point from a spread-out cloud, and the desk says so', () => {
    const told = { loss: 'info-nce', n: 4 } as const;
    expect(verdictOf('1.3863', told)).toContain('The loss alone does not tell');
    expect(verdictOf('1.3863', { ...told, std: 0.0884, dims: 128 })).not.toContain('alone');
    expect(verdictOf('0.200', { margin: 0.2 })).not.toContain('alone');
  });

  test('of a part of the batch say that its gradients are added', () => {
    const told = { loss: 'info-nce', n: 1024 } as const;
    expect(namesOf('4.1589', told)).toEqual(['exact ln-n-part']);
    expect(verdictOf('4.1589', told)).toContain('ln 64 = 4.1589, if the 1,024 come in 16 parts');
    expect(causesOf('4.1589', told)).toMatchObject({ accumulation: 'fits' });
    expect(causesOf('6.9315', told)).toMatchObject({ accumulation: 'against' });
    // Two views of 64 samples, of 512.
    expect(namesOf('4.8442', { loss: 'nt-xent', n: 512 })).toEqual(['exact ln-n-part']);
  });
});

describe('causes of a softmax that stands still', () => {
  const told = { loss: 'nt-xent', n: 256 } as const;

  test('a temperature of 1 leaves cosines no room, one of 0.1 does', () => {
    const [cause] = diagnose(observe('5.3', { ...told, temperature: 1 })).causes;
    expect(cause).toMatchObject({ name: 'blunt-temperature', verdict: 'fits' });
    // ln(1 + 510 / e)
    expect(cause!.because).toContain('among 510 negatives at 0 still costs 5.2397');
    expect(causesOf('5.3', { ...told, temperature: 0.1 })).toMatchObject({
      'blunt-temperature': 'against',
    });
    expect(causesOf('5.3', told)).toMatchObject({ 'blunt-temperature': 'open' });
    const labels = { loss: 'nt-xent-labels', p: 10, k: 4, temperature: 2 } as const;
    expect(causesOf('3.2', labels)).toMatchObject({ 'blunt-temperature': 'fits' });
  });

  test('no embedding gets below what a blunt temperature is said to leave, but for the negatives’ own spread', () => {
    // Sixteen classes of two at the corners of a cross: cosines of 1 and of 0 or −1.
    const values = new Float64Array(32 * 8);
    for (let row = 0; row < 32; row++) values[row * 8 + (row >> 2)] = (row >> 1) % 2 ? -1 : 1;
    const labels = Int32Array.from({ length: 32 }, (_, row) => row >> 1);
    const loss = createBatchLoss({
      loss: 'nt-xent',
      miner: 'batch-all',
      distance: 'squared',
      reducer: 'mean',
      temperature: 1,
      similarity: 'cosine',
      normalise: false,
    });
    const { loss: best } = loss({ values, rows: 32, dims: 8 }, labels, createRandom(1));
    const cost = Math.log1p(30 * Math.exp(-1));
    expect(best).toBeGreaterThan(0.95 * cost);
    expect(best).toBeLessThan(cost);
  });

  test('duplicates are looked for, unless the batch can hardly have any', () => {
    expect(causesOf('2.1', { ...told, classes: 10 })).toMatchObject({ 'false-negatives': 'open' });
    const { causes } = diagnose(observe('2.1', { ...told, classes: 10 }));
    const found = causes.find(({ name }) => name === 'false-negatives')!;
    expect(found.because).toContain('meets about 25.5 of its own class');
    expect(causesOf('2.1', { ...told, classes: 100_000 })).toMatchObject({
      'false-negatives': 'against',
    });
    expect(causesOf('2.1', { loss: 'supcon', n: 256 })).not.toHaveProperty('false-negatives');
  });

  test('views are too strong where nothing is found, too weak where a low loss brings little', () => {
    expect(causesOf('6.2364', { ...told, dims: 32, std: 0.17 })).toMatchObject({
      'strong-views': 'open',
    });
    expect(causesOf('6.2364', { ...told, dims: 32, std: 0.0001 })).toMatchObject({
      'strong-views': 'against',
    });
    expect(causesOf('0.31', { ...told, heldOutAccuracy: 0.43 })).toMatchObject({
      'weak-views': 'fits',
    });
    expect(causesOf('0.31', { ...told, heldOutAccuracy: 0.83 })).toMatchObject({
      'weak-views': 'against',
      'strong-views': 'against',
    });
  });
});
