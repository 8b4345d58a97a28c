import type { DataSource } from '../sources.ts';

/** The digits that come with the page. */
export const MNIST: DataSource = {
  reference: { source: 'digits' },
  height: 28,
  width: 28,
  classes: ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'],
  title: 'MNIST digits',
  isDigits: true,
};
