import { type ReadonlySignal, signal } from '@preact/signals';
import type { Calibration } from '#training/compute/calibrate.ts';
import { createTrainingClient } from '#training/service/client.ts';
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
  measure(network: TrainingConfig['network']): void;
}

/** What the lab computes with: read from the device when it is first needed, and kept there. */
export function createComputing(digitsUrl: string): ComputingState {
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
    measure(network) {
      measuring.value = true;
      problem.value = '';
      const client = createTrainingClient({
        digitsUrl,
        onReply(reply) {
          if (reply.type === 'calibrated') learn(reply.calibration);
          else if (reply.type === 'failed') problem.value = `${reply.reason}.`;
          else return;
          measuring.value = false;
          client.dispose();
        },
      });
      client.calibrate(network);
    },
  };
}
