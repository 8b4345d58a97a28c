import type { TrainingClient } from './client.ts';
import type { Failure } from './contract.ts';

const OFFLINE: Failure = {
  kind: 'download',
  reason: 'What trains could not be fetched: check the connection, then try again',
};

/** A client whose code is fetched when a run is first opened: whoever only reads needs none. */
export function createLazyClient(): TrainingClient {
  let fetched: Promise<TrainingClient> | undefined;

  const fetch = (): Promise<TrainingClient> => {
    fetched ??= import('./client.ts').then(
      ({ createTrainingClient }) => createTrainingClient(),
      (error) => {
        // The next who asks tries again.
        fetched = undefined;
        throw error;
      },
    );
    return fetched;
  };
  /** What there is nothing to do for before it has been fetched. */
  const ifThere = (work: (client: TrainingClient) => void) =>
    void fetched?.then(work, () => undefined);

  return {
    open: (setup, onEvent) =>
      fetch().then(
        (client) => client.open(setup, onEvent),
        () => OFFLINE,
      ),
    prepare: (setup, onEvent) =>
      fetch().then(
        (client) => client.prepare(setup, onEvent),
        () => undefined,
      ),
    measure: (network) =>
      fetch().then(
        (client) => client.measure(network),
        () => OFFLINE,
      ),
    askFaces: (question) => fetch().then((client) => client.askFaces(question)),
    closeAll: () => ifThere((client) => client.closeAll()),
    dispose: () => ifThere((client) => client.dispose()),
  };
}
