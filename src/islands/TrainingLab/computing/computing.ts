import { BACKEND_NAMES } from '#training/compute/backends.ts';
import type { Calibration } from '#training/compute/calibrate.ts';
import type { TrainingConfig } from '#training/config.ts';
import { networks } from '#training/network/networks/registry.ts';
import type { ComputeWith } from '#training/compute/processor.ts';

/** What the reader wants to compute with, and what was measured on this device. */
export interface Computing {
  readonly choice: ComputeWith['choice'];
  readonly calibrations: readonly Calibration[];
}

export const UNMEASURED: Computing = { choice: 'fastest', calibrations: [] };

const STORED = 'contrastive-learning-computing';

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

function isCalibration(value: unknown): value is Calibration {
  if (!isRecord(value) || !(networks as ReadonlyMap<unknown, unknown>).has(value['network']))
    return false;
  const { milliseconds } = value;
  return (
    isRecord(milliseconds) &&
    Object.entries(milliseconds).every(
      ([name, time]) =>
        BACKEND_NAMES.some((known) => known === name) && typeof time === 'number' && time > 0,
    )
  );
}

/**
 * What was kept on the device; nothing where the browser refuses, or where it is not ours. What
 * another version of the browser measured is measured anew.
 */
export function readComputing(storage: () => Storage, browser: string): Computing {
  try {
    const kept: unknown = JSON.parse(storage().getItem(STORED) ?? 'null');
    if (!isRecord(kept)) return UNMEASURED;
    const choice =
      ['fastest' as const, ...BACKEND_NAMES].find((known) => known === kept['choice']) ?? 'fastest';
    const { calibrations } = kept;
    const isFresh = kept['browser'] === browser && Array.isArray(calibrations);
    return { choice, calibrations: isFresh ? calibrations.filter(isCalibration) : [] };
  } catch {
    return UNMEASURED;
  }
}

/** Keeps it on the device. Where the browser refuses, it lasts until the page is closed. */
export function keepComputing(storage: () => Storage, browser: string, computing: Computing): void {
  try {
    storage().setItem(STORED, JSON.stringify({ ...computing, browser }));
  } catch {
    // It is as good as new then, next time.
  }
}

/** A calibration in the place of an earlier one of the same network. */
export const withCalibration = (computing: Computing, calibration: Calibration): Computing => ({
  ...computing,
  calibrations: [
    ...computing.calibrations.filter(({ network }) => network !== calibration.network),
    calibration,
  ],
});

export const knownOf = (
  { calibrations }: Computing,
  network: TrainingConfig['network'],
): Calibration | undefined => calibrations.find((each) => each.network === network);

/** What a run of a network is to compute with. */
export function computeWith(computing: Computing, network: TrainingConfig['network']): ComputeWith {
  const known = knownOf(computing, network);
  return { choice: computing.choice, ...(known && { known }) };
}
