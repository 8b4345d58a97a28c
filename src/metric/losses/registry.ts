import { type AllOf, parametersOf, type ValuesOf } from '../parameter.ts';
import { type NameOf, registryOf } from '../registry.ts';
import { arcFace } from './arcFace.ts';
import { barlowTwins } from './barlowTwins.ts';
import { contrastive } from './contrastive.ts';
import { cosFace } from './cosFace.ts';
import { decoupled } from './decoupled.ts';
import { infoNce } from './infoNce.ts';
import type { Loss } from './loss.ts';
import { multiSimilarity } from './multiSimilarity.ts';
import { nPair } from './nPair.ts';
import { normalisedSoftmax } from './normalisedSoftmax.ts';
import { ntXent } from './ntXent.ts';
import { proxyNca } from './proxyNca.ts';
import { supCon } from './supCon.ts';
import { triplet } from './triplet.ts';
import { vicreg } from './vicreg.ts';

const entries = [
  triplet,
  contrastive,
  ntXent,
  supCon,
  infoNce,
  nPair,
  decoupled,
  multiSimilarity,
  vicreg,
  barlowTwins,
  normalisedSoftmax,
  cosFace,
  arcFace,
  proxyNca,
] as const;

export type LossName = NameOf<typeof entries>;

export const losses: ReadonlyMap<LossName, Loss> = registryOf(entries);

/** Every parameter that a loss has, by name. */
export const lossParameters: AllOf<typeof entries> = parametersOf(entries);

/** The values of all of them together. */
export type LossValues = ValuesOf<typeof lossParameters>;
