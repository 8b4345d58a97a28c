import type { Choice } from '../registry.ts';
import type { Distance } from './distance.ts';

/** A distance that can be chosen. */
export interface DistanceEntry extends Distance, Choice {
  readonly isSquared: boolean;
  /** The plain length that a margin in this distance's units stands for. */
  readonly toLength: (distance: number) => number;
  /** How it reads in pytorch-metric-learning. */
  readonly pytorch: string;
}
