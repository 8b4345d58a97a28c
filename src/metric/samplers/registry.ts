import { type NameOf, registryOf } from '../registry.ts';
import { pk } from './pk.ts';
import type { SamplerEntry } from './sampler.ts';
import { views } from './views.ts';

const entries = [pk, views] as const;

export type SamplerName = NameOf<typeof entries>;

export const samplers: ReadonlyMap<SamplerName, SamplerEntry> = registryOf(entries);
