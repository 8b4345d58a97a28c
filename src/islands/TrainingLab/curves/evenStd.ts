import type { TrainingConfig } from '#training/config.ts';

/** The standard deviation of a coordinate of unit vectors that lie evenly all over the sphere. */
export const evenStd = ({ dims }: Pick<TrainingConfig, 'dims'>): number => 1 / Math.sqrt(dims);
