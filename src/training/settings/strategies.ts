import { losses } from '#metric/losses/registry.ts';
import { miners } from '#metric/miners/registry.ts';
import { DEFAULT_CONFIG, type TrainingConfig } from './table.ts';

/** A loss with a miner, for a figure that lets choose both at once. */
export interface Strategy extends Pick<TrainingConfig, 'loss' | 'miner'> {
  /** As links spell it. */
  readonly name: string;
  readonly label: string;
}

/** The miners that work within a batch, for the loss that comes first; then the other losses, with all that a batch has. */
const strategies: readonly Strategy[] = [
  ...[...miners]
    .filter(([, { offline }]) => !offline)
    .map(([miner, { label }]) => ({ name: miner, label, loss: DEFAULT_CONFIG.loss, miner })),
  ...[...losses]
    .filter(([loss]) => loss !== DEFAULT_CONFIG.loss)
    .map(([loss, { label }]) => ({
      name: loss,
      label: `${label} loss`,
      loss,
      miner: DEFAULT_CONFIG.miner,
    })),
];

/** By name, in the order in which they are offered. */
export const STRATEGIES: ReadonlyMap<string, Strategy> = new Map(
  strategies.map((strategy) => [strategy.name, strategy]),
);
