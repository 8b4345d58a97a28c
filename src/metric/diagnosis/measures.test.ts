import { expect, test } from 'vitest';
import { MEASURE_NAMES, readMeasure, readValue } from './measures.ts';
import { isWithin, parseReading } from './reading.ts';

test.each([
  ['0.50', 0.5, 0.005],
  ['0,5', 0.5, 0.05],
  ['6.9287', 6.9287, 0.00005],
  ['about 5', 5, 0.5],
  ['1e-3', 0.001, 0.0005],
  ['.25', 0.25, 0.005],
])('%s is read as %f, give or take %f', (text, value, half) => {
  const reading = parseReading(text)!;
  expect(reading.value).toBeCloseTo(value, 12);
  expect(reading.half).toBeCloseTo(half, 12);
});

test('a value stands for all that rounds to it, both ends included', () => {
  const reading = parseReading('0.50')!;
  expect([0.4949, 0.495, 0.505, 0.5051].map((value) => isWithin(reading, value))).toEqual([
    false,
    true,
    true,
    false,
  ]);
});

test('NaN is a value', () => {
  expect(readValue('NaN')).toMatchObject({ value: Number.NaN });
});

test('what is no value is told, with what would be right', () => {
  expect(readValue('')).toContain('Enter the value');
  expect(readValue('half')).toContain('not “half”');
  expect(readValue('-0.4')).toContain('below 0');
  expect(readValue('-0.0')).toMatchObject({ half: 0.05 });
});

test('a share may be a percentage, and nothing else is', () => {
  expect(readMeasure('heldOutAccuracy', '92 %')).toBe(0.92);
  expect(readMeasure('heldOutAccuracy', '0.92')).toBe(0.92);
  expect(readMeasure('heldOutAccuracy', '92')).toContain('such as 92 %, not “92”');
  expect(readMeasure('margin', '20 %')).toContain('above 0');
});

test('an empty field is nothing known, and every field says what it takes', () => {
  for (const name of MEASURE_NAMES) {
    expect(readMeasure(name, ' ')).toBeUndefined();
    expect(readMeasure(name, 'many')).toMatch(/^The .+, not “many”\.$/);
  }
});

test('counts are whole and positive', () => {
  expect(readMeasure('p', '2.5')).toContain('a whole number of at least 1');
  expect(readMeasure('classes', '1')).toContain('at least 2');
  expect(readMeasure('k', '4')).toBe(4);
});
