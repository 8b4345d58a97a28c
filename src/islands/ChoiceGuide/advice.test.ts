import { describe, expect, test } from 'vitest';
import { everyAnswer } from '#support/everyAnswer.ts';
import { type Advice, adviceFor, isIdle, KINDS, type Kind } from './advice.ts';
import { definition } from './definition.ts';
import { type Answers, QUESTION_NAMES, QUESTIONS } from './questions.ts';

const start = Object.fromEntries(
  QUESTION_NAMES.map((name) => [name, QUESTIONS[name].initial]),
) as unknown as Answers;
const wordsFor = (change: Partial<Answers>, kind: Kind) =>
  adviceFor({ ...start, ...change })[kind].advice;

/** Holds of every combination of answers whose advice is of a sort. */
function always(
  given: (advice: Advice) => boolean,
  then: (answers: Answers, advice: Advice) => void,
) {
  const all = everyAnswer.map((answers) => ({ answers, advice: adviceFor(answers) }));
  const found = all.filter(({ advice }) => given(advice));
  expect(found.length).toBeGreaterThan(0);
  for (const { answers, advice } of found) then(answers, advice);
}

describe('the advice of the guide', () => {
  test('is one of each kind, whatever is answered', () => {
    expect(everyAnswer).toHaveLength(2 * 2 * 2 * 3 * 3 * 3 * 2 * 2);
    for (const answers of everyAnswer) {
      const advice = adviceFor(answers);
      for (const { name } of KINDS)
        expect(advice[name]?.advice, JSON.stringify(answers)).toBeTruthy();
    }
  });

  test('is given somewhere, each of it', () => {
    for (const { name, rules } of KINDS) {
      const given = new Set(everyAnswer.map((answers) => adviceFor(answers)[name]));
      expect(rules.filter((rule) => !given.has(rule)).map(({ when }) => when)).toEqual([]);
    }
  });

  test('fits into its line', () => {
    for (const { rules } of KINDS)
      for (const { advice } of rules) expect(advice.length).toBeLessThanOrEqual(34);
  });

  test('mines triplets for the triplet loss only', () => {
    always(
      ({ mining }) => /semi-hard|batch-hard|batch-all/.test(mining.advice),
      (_, { loss }) => expect(loss.advice).toBe('triplet loss'),
    );
    always(
      ({ loss }) => loss.advice === 'triplet loss',
      (_, { mining, distance }) => {
        expect(mining.advice).toMatch(/^(semi-hard|batch-hard|batch-all)$/);
        expect(distance.advice).toMatch(/^(plain|squared)$/);
      },
    );
  });

  test('is batch-hard only with plain distances, length 1, room, right labels and a start', () => {
    always(
      ({ mining }) => mining.advice === 'batch-hard',
      (answers, { distance, length, margin }) => {
        expect(distance.advice).toBe('plain');
        expect(length.advice).toBe('length 1');
        expect(margin.advice).toContain('soft');
        expect(answers.space).not.toBe('plane');
        expect(answers.noise).toBe('clean');
        expect(answers.start).toBe('trained');
      },
    );
  });

  test('has a margin in the units of its distance, and none beside a temperature', () => {
    always(
      ({ margin }) => margin.advice.includes('squared'),
      (_, { distance }) => expect(distance.advice).toBe('squared'),
    );
    always(
      ({ loss }) => loss.advice.startsWith('NT-Xent'),
      (_, { margin, distance, length }) => {
        expect(margin.advice).toContain('temperature');
        expect(distance.advice).toBe('cosine');
        expect(length.advice).toBe('length 1');
      },
    );
  });

  test('leaves length to the network only in two or three dimensions, which are for teaching', () => {
    always(
      ({ length }) => length.advice === 'any length',
      (_, { space }) => expect(space.advice).toContain('teaching only'),
    );
  });

  test('makes the pairs where there are none: without labels, and with one sample of each', () => {
    expect(wordsFor({ labels: 'no' }, 'loss')).toContain('two views');
    expect(wordsFor({ samples: 'one' }, 'loss')).toContain('two views');
    expect(wordsFor({ samples: 'one' }, 'batch')).toContain('two views');
  });

  test('knows which questions make no difference beside the others', () => {
    expect(isIdle('noise', { ...start, labels: 'no' })).toBe(true);
    expect(isIdle('samples', { ...start, labels: 'no' })).toBe(true);
    expect(isIdle('start', start)).toBe(false);
    expect(isIdle('start', { ...start, noise: 'noisy' })).toBe(true);
  });

  test('follows the use: a threshold for verification, an order for retrieval', () => {
    expect(wordsFor({ use: 'verification' }, 'judging')).toContain('FAR');
    expect(wordsFor({ use: 'retrieval' }, 'judging')).toContain('MAP@R');
    expect(wordsFor({ use: 'verification' }, 'loss')).toContain('margin softmax');
    expect(wordsFor({ use: 'verification', samples: 'few' }, 'loss')).toBe('contrastive loss');
    expect(wordsFor({}, 'mining')).toBe('semi-hard');
    expect(wordsFor({ start: 'trained', noise: 'noisy' }, 'mining')).toBe('semi-hard');
  });
});

test('the guide is spoken and saved as it is shown', () => {
  const advice = adviceFor(start);
  expect(definition.spoken(start, advice)).toContain('loss triplet loss, batch P × K');
  expect(definition.csv(start, advice).trimEnd().split('\n')).toHaveLength(KINDS.length + 1);
});
