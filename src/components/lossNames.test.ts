import { expect, test } from 'vitest';
import { lossesAtDefaults, lossesOfLabels, lossesOfViews } from './lossNames.ts';

/** As the named code returned them for the same rows. */
const THEIR_VIEWS = [
  0.714687, 1.429374, 5.104906, -0.051007, 0.47643, 0.791918, 0.433077, 0.422814, 0.427945,
  2.072352,
];
const THEIR_LABELS = [
  [1.493711, 1.287837],
  [1.493711, 1.931756],
  [10.669367, 9.198839],
  [0.868287, 1.732589],
  [0.385874, 1.15424],
  [0.52682, 0.404364],
  [0.074457, 0.0405],
  [0.458553, 0.686786],
  [0.062426, 0.591365],
  [3.427281, 20.695354],
  [8.220922, 31.430109],
];

test('what the table of names shows is what the code that it names returned', () => {
  expect(lossesOfViews).toHaveLength(THEIR_VIEWS.length);
  lossesOfViews.forEach(({ name, by, values }, k) => {
    expect(values[0], `${name} of ${by}`).toBeCloseTo(THEIR_VIEWS[k]!, 6);
  });
  expect(lossesOfLabels).toHaveLength(THEIR_LABELS.length);
  lossesOfLabels.forEach(({ name, by, values }, k) => {
    values.forEach((value, batch) => {
      expect(value, `${name} of ${by}`).toBeCloseTo(THEIR_LABELS[k]![batch]!, 6);
    });
  });
});

test('at the defaults of four libraries the loss of one batch is from 0.7147 to 0.0033', () => {
  expect(lossesAtDefaults[0]!.value).toBeCloseTo(0.7147, 4);
  expect(lossesAtDefaults.at(-1)!.value).toBeCloseTo(0.0033, 4);
});
