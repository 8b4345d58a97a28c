import { type NameOf, registryOf } from '#metric/registry.ts';
import type { NetworkEntry } from './entry.ts';
import { mlp } from './mlp.ts';
import { referenceConv } from './referenceConv.ts';
import { smallConv } from './smallConv.ts';

const entries = [mlp, smallConv, referenceConv] as const;

export type NetworkName = NameOf<typeof entries>;

export const networks: ReadonlyMap<NetworkName, NetworkEntry> = registryOf(entries);
