/** In the order of trying: what trains fastest on most devices comes first. */
export const BACKEND_NAMES = ['wasm', 'webgl', 'cpu'] as const;
export type BackendName = (typeof BACKEND_NAMES)[number];

export interface Backend {
  readonly name: BackendName;
  /** Makes it the current TensorFlow.js backend, or throws. */
  start(): Promise<void>;
  /** Whether it has stopped computing without an error, as a GPU may. */
  isLost(): boolean;
}
