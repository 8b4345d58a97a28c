import type { Dataset } from '#training/dataset.ts';

/** What the lab trains on, as the page needs to know it. */
export interface LabData {
  /** Of one sample. A vector of n numbers is 1 × n. */
  readonly height: number;
  readonly width: number;
  /** Names of the classes, by label. */
  readonly classes: readonly string[];
  /** What they are, for the reader. */
  readonly source: string;
  /** Whether they are images of digits, among which a drawn digit belongs. */
  readonly isDigits: boolean;
}

/** The digits that the lab starts with. */
export const MNIST: LabData = {
  height: 28,
  width: 28,
  classes: ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'],
  source: 'MNIST digits',
  isDigits: true,
};

/** A reader's own data: what the page knows of them, and how to make what a worker is handed. */
export interface OwnData {
  readonly about: LabData;
  readonly make: () => Dataset;
}

export const isImages = ({ height }: Pick<LabData, 'height'>): boolean => height > 1;
