import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { initialState } from '#kit/figure/urlState.ts';
import { glyphRaster } from '#data/glyphs/glyph.ts';
import { decodeSnapshot } from '#training/faces/snapshotFormat.ts';
import { embedWith } from '#training/signs/signSources.ts';
import { createDefinition, NETWORKS, usualThreshold, verdictOf } from './definition.ts';
import { digitPixels } from './digits.ts';
import { FIRST_GLYPHS, FIRST_SIGNS, NETWORK_AT_FIRST, SHOWN } from './firstGlyphs.ts';
import { recognise } from './recognise.ts';
import { digitSample, type Sample } from './sample.ts';
import type { Signs } from './signs.ts';
import still from './still.json';

const sampleAt = new Map<Sample, readonly number[]>();
function at(...point: number[]): Sample {
  const sample = digitSample(new Uint8Array(784));
  sampleAt.set(sample, point);
  return sample;
}
const signs: Signs = [
  { id: 1, name: 'bow', samples: [at(1, 0), at(1, 0)] },
  { id: 2, name: 'hook', samples: [at(0, 1)] },
];
const definitionOf = (query: Sample | undefined) =>
  createDefinition({
    recognise: ({ threshold }) =>
      query && recognise(signs, query, threshold, (sample) => sampleAt.get(sample)),
    waiting: () => 'Draw a sign.',
  });
const tellOf = (query: Sample | undefined, threshold: number) =>
  definitionOf(query).measure({ network: 'pixels', threshold });

describe('a drawing among signs', () => {
  test('is taken for the nearest within the threshold', () => {
    const { recognised, told } = tellOf(at(0.8, 0.6), 0.9);
    expect(verdictOf(recognised!)).toBe('bow');
    expect(told).toBe('Taken for bow: at 0.63 it is within 0.90, and the next is 0.26 farther.');
    expect(recognised!.toExamples.map((of) => of.length)).toEqual([2, 1]);
  });

  test('is none of them beyond it', () => {
    const { recognised, told } = tellOf(at(0.8, 0.6), 0.5);
    expect(verdictOf(recognised!)).toBe('none of these');
    expect(told).toBe('None of these: the nearest, bow, is at 0.63, beyond 0.50.');
  });

  test('is awaited where there is none', () => {
    expect(tellOf(undefined, 1)).toEqual({ recognised: undefined, told: 'Draw a sign.' });
  });

  test('has its distances as a table', () => {
    const definition = definitionOf(at(0, 1));
    const state = { network: 'pixels', threshold: 1 } as const;
    const [head, ...rows] = definition.csv(state, definition.measure(state))!.trim().split('\n');
    expect(head).toBe('network,sign,examples,distance,threshold');
    expect(rows[1]).toBe('pixels,hook,1,0,1');
    expect(rows).toHaveLength(2);
  });
});

describe('what the figure begins with', () => {
  test('is where the network that it names has the first drawings', () => {
    const file = `src/data/files/signs-${NETWORK_AT_FIRST}.bin`;
    const embed = embedWith(decodeSnapshot(gunzipSync(readFileSync(file))));
    FIRST_GLYPHS.forEach(([kind, example], k) => {
      embed(glyphRaster(kind, example)).forEach((value, d) => {
        expect(value).toBeCloseTo(still.points[k]![d]!, 3);
      });
    });
  });

  test('has for each network the threshold that goes with it', () => {
    const { network, threshold } = initialState(definitionOf(undefined).settings);
    expect(threshold).toBe(usualThreshold(network));
    expect(Object.keys(still.thresholds).toSorted()).toEqual(
      NETWORKS.map(({ value }) => value).toSorted(),
    );
  });

  test('shows known signs and strangers, none of them an example', () => {
    const examples = FIRST_SIGNS.flat().map(String);
    const known = new Set(FIRST_SIGNS.flat().map(([kind]) => kind));
    expect(SHOWN.some((glyph) => examples.includes(String(glyph)))).toBe(false);
    expect(SHOWN.some(([kind]) => !known.has(kind))).toBe(true);
  });

  test('has some digits of each class that no network saw', () => {
    for (const digit of ['6', '7', '8', '9'] as const) {
      expect(digitPixels(digit, 0)).toHaveLength(28 ** 2);
      expect(digitPixels(digit, 1)).not.toEqual(digitPixels(digit, 0));
      expect(digitPixels(digit, 6)).toEqual(digitPixels(digit, 0));
    }
  });
});
