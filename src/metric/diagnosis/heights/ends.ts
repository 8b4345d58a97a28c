import { STUCK_LOSSES } from '../observation.ts';
import type { Height } from './height.ts';

export const zero: Height = {
  name: 'zero',
  label: 'zero',
  formula: '0',
  says: 'Nothing in the batch has a loss, or there is nothing in it to have one.',
  meaning: 'nothing',
  losses: STUCK_LOSSES,
  places: () => [{ value: 0, formula: '0' }],
};

export const notANumber: Height = {
  name: 'nan',
  label: 'not a number',
  formula: 'NaN',
  says: 'Something was divided by zero, has overflowed or has no derivative.',
  meaning: 'broken',
  losses: STUCK_LOSSES,
  places: ({ reading }) =>
    Number.isNaN(reading.value) ? [{ value: Number.NaN, formula: 'NaN' }] : [],
};
