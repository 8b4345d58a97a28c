import { contrastive } from './contrastive.ts';
import type { Loss } from './loss.ts';
import { triplet } from './triplet.ts';

export type LossName = 'contrastive' | 'triplet';

export const losses: ReadonlyMap<LossName, Loss> = new Map<LossName, Loss>([
  ['contrastive', contrastive],
  ['triplet', triplet],
]);
