import { type ReadonlySignal, signal } from '@preact/signals';
import type { Calibration } from '#training/compute/calibrate.ts';
import { createLazyClient } from '#training/service/lazyClient.ts';
import { isFailure } from '#training/service/contract.ts';
import type { TrainingConfig } from '#training/config.ts';
import {
  type Computing,
  keepComputing,
  readComputing,
  UNMEASURED,
  withCalibration,
} from './computing.ts';

const storage = () => localStorage;
const browser = () => navigator.userAgent;

export interface ComputingState {
  readonly computing: ReadonlySignal<Computing>;
  /** Whether steps are being tried on demand. */
  readonly measuring: ReadonlySignal<boolean>;
  /** What went wrong when measuring on demand. */
  readonly problem: ReadonlySignal<string>;
  choose(choice: Computing['choice']): void;
  /** A run was measured for. */
  learn(calibration: Calibration): void;
  /** Tries steps on every backend that there is, in a worker of its own. */
  measure(network: TrainingConfig['network']): Promise<void>;
}

/** What the lab computes with: read from the device when it is first needed, and kept there. */
export function createComputing(): ComputingState {
  const isBrowser = typeof window !== 'undefined';
  const computing = signal(isBrowser ? readComputing(storage, browser()) : UNMEASURED);
  const measuring = signal(false);
  const problem = signal('');

  function keep(next: Computing): void {
    computing.value = next;
    keepComputing(storage, browser(), next);
  }
  const learn = (calibration: Calibration) => keep(withCalibration(computing.value, calibration));

  return {
    computing,
    measuring,
    problem,
    choose: (choice) => keep({ ...computing.value, choice }),
    learn,
    async measure(network) {
      measuring.value = true;
      problem.value = '';
      const client = createLazyClient();
      const measured = await client.measure(network);
      if (isFailure(measured)) problem.value = `${measured.reason}.`;
      else learn(measured);
      measuring.value = false;
      client.dispose();
    },
  };
}
