import { cloudSize } from '../cloud.ts';
import { told } from '../numbers.ts';
import { isOfPairs, SOFTMAXES } from '../observation.ts';
import { type Cause, OPEN } from './cause.ts';

/** Where SupContrast in single precision was measured to fail, and where it holds. */
const FAILS = 0.02;
const HOLDS = 0.05;

export const smallTemperature: Cause = {
  name: 'small-temperature',
  label: 'The temperature is too small for single precision',
  asks: (meaning, { loss }) => meaning === 'broken' && SOFTMAXES.includes(loss),
  judge({ temperature }) {
    if (temperature === undefined) return OPEN;
    if (temperature <= FAILS) return { verdict: 'fits', because: `T = ${told(temperature)}` };
    return temperature >= HOLDS
      ? { verdict: 'against', because: `T = ${told(temperature)}` }
      : { verdict: 'open', because: `T = ${told(temperature)}` };
  },
  tells: () =>
    'Compute the same batch in double precision, or at T = 0.1. SupContrast’s code can give NaN gradients at 0.02 and a NaN loss at 0.01.',
  remedy: () =>
    'Raise T, or subtract the largest similarity before the exponential, not counting that of an anchor with itself.',
};

export const rootOfZero: Cause = {
  name: 'root-of-zero',
  label: 'The root of zero: two embeddings coincide',
  asks: (meaning, { loss }) => meaning === 'broken' && !SOFTMAXES.includes(loss),
  judge(observation) {
    if (observation.squared && !isOfPairs(observation.loss))
      return { verdict: 'against', because: 'squared distances take no root' };
    const cloud = cloudSize(observation);
    return cloud?.size === 'point' ? { verdict: 'fits', because: cloud.because } : OPEN;
  },
  tells: () =>
    'The loss of the first bad step is a number and its gradient is not; look for duplicates.',
  remedy: () =>
    'The derivative of a root is infinite at 0: give equal points the gradient 0, or add a small number under the root.',
};

/** Coordinates at which squares and exponentials of single precision give out. */
const HUGE = 1e4;

export const diverged: Cause = {
  name: 'diverged',
  label: 'The run has diverged',
  asks: (meaning) => meaning === 'broken',
  judge({ norm, lengths }) {
    if (norm === undefined || lengths === 'unit') return OPEN;
    return norm >= HUGE
      ? { verdict: 'fits', because: `a mean length of ${told(norm)}` }
      : { verdict: 'open', because: `a mean length of ${told(norm)}` };
  },
  tells: () =>
    'Log loss, gradient norm and mean length of the steps before: do they grow without end?',
  remedy: () => 'Take a smaller learning rate, or normalise the embeddings.',
};

export const badInput: Cause = {
  name: 'bad-input',
  label: 'A NaN came in with the data',
  asks: (meaning) => meaning === 'broken',
  judge: () => OPEN,
  tells: () => 'Check that the inputs of the batch that gave NaN are finite.',
  remedy: () => 'Fill or drop what is missing before training.',
};
