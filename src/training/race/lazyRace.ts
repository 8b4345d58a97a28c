import { createLazyClient } from '../service/lazyClient.ts';
import type { Run } from '../run/run.ts';
import type { Failure } from '../service/contract.ts';
import { NO_RACE, type Race, raceStatus, raceStep } from './race.ts';
import type { RaceConductor } from './raceConductor.ts';
import { type Lap, millisecondsLeft } from './timeLeft.ts';

const OFFLINE: Failure = {
  kind: 'download',
  reason: 'What races could not be fetched: check the connection, then try again',
};

/**
 * A race whose conductor is fetched when the first one begins: who only reads needs none. `onChange` is
 * told of every change of the race.
 */
export class LazyRace {
  readonly #onChange: (race: Race) => void;
  #race: Race = NO_RACE;
  #fetched: Promise<RaceConductor> | undefined;
  /** When it last began to move, and where it was. */
  #lap: Lap | undefined;
  /** Counts what was begun or cleared: what is fetched for an earlier one is of no concern. */
  #orders = 0;

  constructor(onChange: (race: Race) => void) {
    this.#onChange = onChange;
  }

  /** Begins a race of so many steps; resolves to how many workers train, or undefined where none does. */
  async begin(lanes: readonly Run[], length: number): Promise<number | undefined> {
    this.#orders++;
    const order = this.#orders;
    this.#show({ ...this.#race, isAwaited: true });
    try {
      const conductor = await this.#fetch();
      // It may have been cleared, or begun otherwise, in the meantime.
      if (order !== this.#orders) return undefined;
      conductor.begin(lanes, length);
      return conductor.workers;
    } catch {
      // The next who asks tries again.
      this.#fetched = undefined;
      if (order === this.#orders) this.#show({ ...NO_RACE, failure: OFFLINE });
      return undefined;
    }
  }

  /** Milliseconds to its end, as far as that is known. */
  left(): number | undefined {
    const now = { at: performance.now(), step: raceStep(this.#race) };
    return this.#lap && millisecondsLeft(this.#lap, now, this.#race.length);
  }

  run(): void {
    this.#ifThere((conductor) => conductor.run());
  }

  /** After the round under way. */
  pause(): void {
    this.#ifThere((conductor) => conductor.pause());
  }

  /** Forgets the race and ends its workers. */
  clear(): void {
    this.#orders++;
    this.#show(NO_RACE);
    this.#ifThere((conductor) => conductor.clear());
  }

  #show(race: Race): void {
    this.#race = race;
    if (raceStatus(race) !== 'running') this.#lap = undefined;
    else this.#lap ??= { at: performance.now(), step: raceStep(race) };
    this.#onChange(race);
  }

  #fetch(): Promise<RaceConductor> {
    this.#fetched ??= import('./raceConductor.ts').then(
      ({ RaceConductor: Conductor }) =>
        new Conductor({
          cores: navigator.hardwareConcurrency,
          createClient: createLazyClient,
          onChange: (race) => this.#show(race),
        }),
    );
    return this.#fetched;
  }

  #ifThere(work: (conductor: RaceConductor) => void): void {
    void this.#fetched?.then(work, () => undefined);
  }
}
