import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

type Tokens = ReadonlyMap<string, string>;

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');

/** The custom properties with a hex value in the first rule that follows the given text. */
function colours(after: string): Tokens {
  const start = css.indexOf(after);
  const rule = css.slice(start, css.indexOf('}', start));
  return new Map(
    [...rule.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6});/g)].map(([, name, value]) => [name!, value!]),
  );
}

const light = colours(':root,\nhead {');
const dark = colours(':root[data-theme="dark"] {');
const darkBySystem = colours(':root:not([data-theme="light"])');
const more = colours('@media (prefers-contrast: more) {');

test('whoever asks for more contrast has it: the roles reach 7:1 in either theme', () => {
  expect([...more.keys()]).toEqual(['positive', 'negative', 'margin', 'loss', 'focus']);
  for (const [name, colour] of more) {
    expect(contrast(colour, light.get('paper')!), name).toBeGreaterThanOrEqual(7);
    expect(contrast(dark.get(name)!, dark.get('paper')!), name).toBeGreaterThanOrEqual(7);
  }
});

type Vector = readonly [number, number, number];

const transform = (matrix: readonly Vector[], [x, y, z]: Vector): Vector =>
  matrix.map(([a, b, c]) => a * x + b * y + c * z) as unknown as Vector;

/** Linear sRGB of "#rrggbb". */
const linear = (hex: string): Vector =>
  [1, 3, 5].map((at) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  }) as unknown as Vector;

const luminance = (hex: string): number => {
  const [r, g, b] = linear(hex);
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};

/** Contrast ratio by WCAG 2. */
function contrast(one: string, other: string): number {
  const [low, high] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (high! + 0.05) / (low! + 0.05);
}

/** Deuteranopia after Machado, Oliveira, Fernandes (2009), severity 1, on linear sRGB. */
const DEUTERANOPIA: readonly Vector[] = [
  [0.367322, 0.860646, -0.227968],
  [0.280085, 0.672501, 0.047413],
  [-0.01182, 0.04294, 0.968881],
];
const LMS: readonly Vector[] = [
  [0.4122214708, 0.5363325363, 0.0514459929],
  [0.2119034982, 0.6806995451, 0.1073969566],
  [0.0883024619, 0.2817188376, 0.6299787005],
];
const OKLAB: readonly Vector[] = [
  [0.2104542553, 0.793617785, -0.0040720468],
  [1.9779984951, -2.428592205, 0.4505937099],
  [0.0259040371, 0.7827717662, -0.808675766],
];
const toOklab = (rgb: Vector): Vector =>
  transform(OKLAB, transform(LMS, rgb).map(Math.cbrt) as unknown as Vector);
const seenByDeuteranopes = (hex: string): Vector =>
  toOklab(
    transform(DEUTERANOPIA, linear(hex)).map((v) =>
      Math.min(1, Math.max(0, v)),
    ) as unknown as Vector,
  );

test('both ways into the dark theme have the same colours, for the same names as the light one', () => {
  expect(darkBySystem).toEqual(dark);
  expect([...dark.keys()]).toEqual([...light.keys()]);
});

describe.each([
  ['light', light],
  ['dark', dark],
])('in the %s theme', (_, tokens) => {
  const paper = tokens.get('paper')!;
  const digits = Array.from({ length: 10 }, (_, digit) => tokens.get(`digit-${digit}`)!);

  test.each([
    'ink',
    'muted',
    'anchor',
    'positive',
    'negative',
    'margin',
    'loss',
    'focus',
    'lane-1',
    'lane-2',
    'lane-3',
    'lane-4',
  ])('%s is readable as text', (name) => {
    expect(contrast(tokens.get(name)!, paper)).toBeGreaterThanOrEqual(4.5);
  });

  test('ink and muted reach 4.5:1 on the wash, which carries small text', () => {
    for (const name of ['ink', 'muted'])
      expect(contrast(tokens.get(name)!, tokens.get('wash')!)).toBeGreaterThanOrEqual(4.5);
  });

  test('control outlines and digits stand out from the paper at 3:1', () => {
    for (const colour of [tokens.get('edge')!, ...digits])
      expect(contrast(colour, paper)).toBeGreaterThanOrEqual(3);
  });

  test('any two digits stay apart, with full colour vision and under deuteranopia', () => {
    for (const see of [(hex: string) => toOklab(linear(hex)), seenByDeuteranopes])
      digits.forEach((one, i) => {
        for (const other of digits.slice(i + 1)) {
          const [p, q] = [see(one), see(other)];
          expect(
            Math.hypot(p[0] - q[0], p[1] - q[1], p[2] - q[2]),
            `${one} ${other}`,
          ).toBeGreaterThan(0.1);
        }
      });
  });
});
