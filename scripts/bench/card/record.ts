/** What a machine with a graphics card printed: where it is from, and what was measured there. */
export interface CardRecord {
  /** A record counts for nothing without these. */
  readonly card: string;
  readonly driver: string;
  readonly date: string;
  readonly processor: string;
  readonly chromium: string;
  readonly lab: readonly LabRun[];
  readonly peers: readonly PeerStep[];
  readonly raw: RawTimes | undefined;
  /** What was tried in vain, in the words of the record. */
  readonly failed: readonly string[];
}

/** One run of the lab, as a reader has it. */
export interface LabRun {
  /** As links name it. */
  readonly network: string;
  /** The backend that was asked for, and the one that computed. */
  readonly choice: string;
  readonly backend: string;
  readonly stepsPerSecond: number;
  /** Seconds from Run to the first step and to a k-NN accuracy of 0.9, if it came to that. */
  readonly first: number | undefined;
  readonly good: number | undefined;
}

/** A step of a network on another engine. */
export interface PeerStep {
  readonly engine: string;
  readonly network: string;
  readonly batch: number;
  readonly milliseconds: number;
}

export const RAW_TIMES = [
  'dispatch_us',
  'eager_dispatch_us',
  'roundtrip_ms',
  'mlp_readback_ms',
  'mlp_queued_ms',
] as const;
/** What asking the card costs, and what a step of the MLP of plain kernels. */
export type RawTimes = Readonly<Record<(typeof RAW_TIMES)[number], number>>;
