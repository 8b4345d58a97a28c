/** What of training runs without TensorFlow.js, or with no more of it than a tensor's shape. */
const PURE = 'augment,collapse,config,dataset,epoch,evaluation,fits,inputs,networkSize,speedometer';

/** The files that are changed to see whether a test notices. */
export const mutated = ['src/metric/**/*.ts', `src/training/**/{${PURE}}.ts`, '!src/**/*.test.ts'];

/** The tests that are asked. */
export const judges = [
  'src/metric/**/*.test.ts',
  `src/training/**/{${PURE}}.test.ts`,
  'tests/unit/oracle.test.ts',
];
