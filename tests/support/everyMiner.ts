import { hardestNegative } from '#metric/conventions/hardestNegative.ts';
import { semiHardTfa } from '#metric/conventions/semiHardTfa.ts';
import { violatingRandom } from '#metric/conventions/violatingRandom.ts';
import { easy, violating } from '#metric/conventions/zoneMiners.ts';
import type { Miner } from '#metric/miners/miner.ts';
import { miners } from '#metric/miners/registry.ts';

/** Every miner that works within a batch, the conventions of others among them. */
export const everyMiner: readonly (readonly [name: string, miner: Miner])[] = [
  ...[...miners]
    .filter(([, { offline }]) => !offline)
    .map(([name, { mine }]) => [name, mine] as const),
  ['violating', violating],
  ['easy', easy],
  ['hardest-negative', hardestNegative],
  ['semi-hard-tfa', semiHardTfa],
  ['violating-random', violatingRandom],
];
