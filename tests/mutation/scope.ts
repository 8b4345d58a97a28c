/** What of training runs without TensorFlow.js, or with no more of it than a tensor's shape. */
const PURE =
  'augmentations/{rotation,distortion,warp},collapseLoss,epoch,evaluation,fits,inputs,network/networkSize,settings/*,speedometer';

/** The files that are changed to see whether a test notices. */
export const mutated = [
  'src/metric/**/*.ts',
  'src/data/dataset.ts',
  `src/training/{${PURE}}.ts`,
  '!src/**/*.test.ts',
];

/** The tests that are asked. */
export const judges = [
  'src/metric/**/*.test.ts',
  'src/data/dataset.test.ts',
  `src/training/{config,${PURE}}.test.ts`,
  'tests/unit/oracle.test.ts',
];
