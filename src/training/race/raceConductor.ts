import type { ServiceEvent } from '../run/byService.ts';
import type { Run } from '../run/run.ts';
import { Schedule } from '../schedule.ts';
import type { TrainingClient } from '../service/client.ts';
import {
  type Failure,
  isFailure,
  type SessionEvent,
  type TrainingSession,
} from '../service/contract.ts';
import { NO_RACE, type Race, type RaceEvent, raceStatus, raceStep, reduceRace } from './race.ts';

/** Steps between two pictures: often enough to be motion, seldom enough to cost little. */
const STEPS_A_ROUND = 10;
/** Every lane is judged at the same steps. */
const MILESTONES = { every: 50, early: [10, 20, 30], grace: 200 } as const;

/** An event of a lane, without the number of the attempt. */
type Told<T> = T extends unknown ? Omit<T, 'attempt'> : never;

interface RaceConductorOptions {
  /** Processor cores of the device. */
  readonly cores: number;
  createClient(): TrainingClient;
  onChange(race: Race): void;
}

/**
 * Trains several configurations in step. With a core for each lane and one for the page, each lane has
 * a worker of its own; else one worker trains them in turn. A round is over when every lane has taken
 * its steps, so that a faster strategy waits for a slower one.
 */
export class RaceConductor {
  readonly #options: RaceConductorOptions;
  #race: Race = NO_RACE;
  #clients: readonly TrainingClient[] = [];
  #sessions: readonly TrainingSession[] = [];
  #schedule = new Schedule(MILESTONES);
  #isBusy = false;

  constructor(options: RaceConductorOptions) {
    this.#options = options;
  }

  /** How many workers train. */
  get workers(): number {
    return this.#clients.length;
  }

  /** Begins a race of so many steps; one that there was is ended. */
  begin(lanes: readonly Run[], length: number): void {
    this.#end();
    const { cores, createClient } = this.#options;
    const workers = cores > lanes.length ? lanes.length : 1;
    this.#clients = Array.from({ length: workers }, createClient);
    this.#schedule = new Schedule(MILESTONES);
    this.#dispatch({ type: 'begin', lanes, length });
    void this.#open(this.#race.attempt);
  }

  run(): void {
    this.#dispatch({ type: 'run' });
    void this.#goOn();
  }

  /** After the round under way. */
  pause(): void {
    this.#dispatch({ type: 'pause' });
  }

  /** Forgets the race and ends its workers. */
  clear(): void {
    this.#end();
    this.#dispatch({ type: 'clear' });
  }

  #end(): void {
    for (const client of this.#clients) client.dispose();
    this.#clients = [];
    this.#sessions = [];
    this.#isBusy = false;
  }

  #dispatch(event: RaceEvent): void {
    this.#race = reduceRace(this.#race, event);
    this.#options.onChange(this.#race);
  }

  #tell(attempt: number, lane: number, event: Told<ServiceEvent>): void {
    const laneAttempt = this.#race.lanes[lane]?.attempt ?? 0;
    const told = { ...event, attempt: laneAttempt } as ServiceEvent;
    this.#dispatch({ type: 'lane', attempt, lane, event: told });
  }

  #fail(attempt: number, failure: Failure): void {
    if (attempt === this.#race.attempt) this.#end();
    this.#dispatch({ type: 'failed', attempt, failure });
  }

  async #open(attempt: number): Promise<void> {
    const opened = await Promise.all(
      this.#race.lanes.map((lane, index) =>
        this.#clients[index % this.#clients.length]!.open(
          {
            config: lane.settings,
            data: lane.data.reference,
            computeWith: { choice: 'wasm' },
            judging: 'on-demand',
          },
          (event) => this.#take(attempt, index, event),
        ),
      ),
    );
    if (attempt !== this.#race.attempt) return;
    const failure = opened.find(isFailure);
    if (failure) return this.#fail(attempt, failure);
    this.#sessions = opened as readonly TrainingSession[];
    await this.#goOn();
  }

  #take(attempt: number, lane: number, event: SessionEvent): void {
    // One lane at step 0 beside others that are far ahead is no race any more.
    if (event.type === 'fallback' && this.#sessions.length > 0)
      this.#fail(attempt, { kind: 'backend', reason: event.reason });
    else this.#tell(attempt, lane, event);
  }

  async #goOn(): Promise<void> {
    if (this.#isBusy || this.#sessions.length === 0) return;
    const { attempt, length } = this.#race;
    this.#isBusy = true;
    const left = () => length - raceStep(this.#race);
    while (attempt === this.#race.attempt && raceStatus(this.#race) === 'running' && left() > 0)
      await this.#round(attempt, Math.min(STEPS_A_ROUND, left()));
    if (attempt === this.#race.attempt) this.#isBusy = false;
  }

  async #round(attempt: number, steps: number): Promise<void> {
    const started = performance.now();
    await this.#each((session, lane) => this.#step(attempt, lane, session, steps));
    const ended = performance.now();
    this.#schedule.addStep(raceStep(this.#race), ended - started);
    const isLast = raceStep(this.#race) >= this.#race.length;
    const judges = isLast || this.#schedule.isJudgementDue;
    await this.#each((session, lane) => this.#look(attempt, lane, session, judges));
    this.#schedule.addLook(judges ? 'judgement' : 'picture', performance.now() - ended);
  }

  /** Does something with every lane that is not out. */
  async #each(work: (session: TrainingSession, lane: number) => Promise<void>): Promise<void> {
    await Promise.all(
      this.#sessions.map(async (session, lane) => {
        if (this.#race.lanes[lane]?.phase === 'open') await work(session, lane);
      }),
    );
  }

  async #step(
    attempt: number,
    lane: number,
    session: TrainingSession,
    count: number,
  ): Promise<void> {
    const failure = await session.step(count);
    if (failure?.kind === 'diverged') this.#tell(attempt, lane, { type: 'failed', failure });
    else if (failure) this.#fail(attempt, failure);
  }

  async #look(
    attempt: number,
    lane: number,
    session: TrainingSession,
    judges: boolean,
  ): Promise<void> {
    const { speed } = this.#race.lanes[lane]!;
    const embedding = judges ? undefined : await session.embed();
    const seen = judges ? await session.judge() : embedding && { embedding };
    if (seen) this.#tell(attempt, lane, { type: 'progress', steps: [], speed, ...seen });
    else this.#fail(attempt, { kind: 'worker', reason: 'A training worker does not answer' });
  }
}
