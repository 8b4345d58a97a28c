import type { Identity } from '../identity.ts';
import type { Nuisance } from '../nuisance.ts';
import type { createPose } from './pose.ts';

/** Whom a drawing shows, and how the head is held. */
export interface Sitter {
  readonly identity: Identity;
  readonly nuisance: Nuisance;
  readonly pose: ReturnType<typeof createPose>;
}
