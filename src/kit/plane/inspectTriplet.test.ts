import { describe, expect, test } from 'vitest';
import { tripletLoss } from '#metric/tripletLoss.ts';
import { inspectTriplet, type Triplet } from './inspectTriplet.ts';

const triplet: Triplet = {
  anchor: { x: 0, y: 0 },
  positive: { x: 0.8, y: 0 },
  negative: { x: 0, y: 1 },
  names: ['a', 'p', 'n3'],
  margin: 0.5,
  squared: true,
};

describe('the inspection of a triplet', () => {
  test('has the loss, distances and gradients of src/metric', () => {
    const expected = tripletLoss([0, 0], [0.8, 0], [0, 1], { margin: 0.5, squared: true });
    const found = inspectTriplet(triplet);
    expect(found.loss).toBe(expected.loss);
    expect(found.dAP).toBe(expected.dAP);
    expect(found.dAN).toBe(expected.dAN);
    expect(found.zone).toBe('semi-hard');
    expect(found.points.map(({ gradient }) => [gradient.x, gradient.y])).toEqual(
      [expected.gradA, expected.gradP, expected.gradN].map((gradient) => [...gradient]),
    );
  });

  test('names the three points by role and by the letters of the drawing', () => {
    const { points } = inspectTriplet(triplet);
    expect(points.map(({ role, name }) => `${role} ${name}`)).toEqual([
      'anchor a',
      'positive p',
      'negative n3',
    ]);
  });

  test('plugs its numbers into the loss', () => {
    expect(inspectTriplet(triplet).sum).toBe('max(0, 0.64 − 1.00 + 0.50) = 0.14');
  });

  test('takes plain distances where the figure does', () => {
    const found = inspectTriplet({ ...triplet, squared: false });
    expect(found.dAP).toBe(0.8);
    expect(found.sum).toBe('max(0, 0.80 − 1.00 + 0.50) = 0.30');
  });
});
