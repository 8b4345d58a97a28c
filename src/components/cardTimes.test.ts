import { expect, test } from 'vitest';
import { printed } from '#support/printedByCard.ts';
import { readRecord } from '../../scripts/bench/card/readRecord.ts';
import { cardReport } from '../../scripts/bench/card.ts';
import { summarise } from '../../scripts/bench/report.ts';
import { cardTimesOf, measuredCard } from './cardTimes.ts';

const { measured } = cardReport([readRecord(printed('lab')), readRecord(printed('peers'))]);
const times = cardTimesOf({ groups: measured.groups.map(summarise) });

test('the steps of a machine with a card are shown each with its batch, the fastest first', () => {
  expect(times.map(({ network, rows }) => [network, rows.length])).toEqual([
    ['MLP', 6],
    ['reference conv', 1],
  ]);
  expect(times[0]!.rows.map(({ what, median }) => `${median} ${what}`)).toEqual([
    '0.25 plain WebGPU, nothing read back, B = 128',
    '1 the lab on WebGPU, B = 120',
    '1.9 PyTorch on the card, with a [B, B, B] loss, B = 128',
    '2.8 plain WebGPU, embeddings read back, B = 128',
    '5 the lab on WebAssembly, B = 120',
    '8 jax-js on WebGPU, the network only, B = 128',
  ]);
});

test('the lab on the card is the article’s own among them', () => {
  const ours = times.map(({ rows }) => rows.filter(({ isOurs }) => isOurs).map(({ id }) => id));
  expect(ours).toEqual([['webgpu'], ['webgpu']]);
});

test('what the page draws of a card is all in what was written down of it', () => {
  // Where nothing was brought, nothing is drawn.
  const drawn = measuredCard ? cardTimesOf(measuredCard) : [];
  expect(drawn.length > 0).toBe(measuredCard !== undefined);
});
