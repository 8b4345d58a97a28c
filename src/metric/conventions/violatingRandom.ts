import { randomInsideMargin } from '../miners/randomInsideMargin.ts';

/**
 * The rule of FaceNet's best-known public re-implementation: for every pair, the anchor being the
 * earlier row, a random one of all negatives that violate the margin, hard ones included.
 */
export const violatingRandom = randomInsideMargin({
  name: 'violating-random',
  semiHardOnly: false,
  earlierAnchorOnly: true,
});
