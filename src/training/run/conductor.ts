import type { ComputeWith } from '../compute/processor.ts';
import type { Calibration } from '../compute/calibrate.ts';
import type { TrainingClient } from '../service/client.ts';
import {
  type Failure,
  isFailure,
  type SessionEvent,
  type Setup,
  type TrainingSession,
} from '../service/contract.ts';
import { type Command, commandAfter } from './commands.ts';
import { reduce, type RunEvent } from './reduce.ts';
import { liveConfig, type Order, type Run } from './run.ts';

interface ConductorOptions {
  readonly client: TrainingClient;
  readonly initial: Run;
  readonly judging: Setup['judging'];
  /** What a run of a network is to compute with. */
  computeWith(run: Run): ComputeWith;
  /** What has changed in mid-run, in a few words. */
  changeText?(run: Run): string;
  /** What trains fastest has been measured. */
  onCalibrated?(calibration: Calibration): void;
  /** The run has become another. */
  onChange(run: Run): void;
}

/** Holds a run, takes in what happens to it, and tells the worker what follows from that. */
export class Conductor {
  readonly #options: ConductorOptions;
  #run: Run;
  /** The run in the worker, once it is open. */
  #session: TrainingSession | undefined;

  constructor(options: ConductorOptions) {
    this.#options = options;
    this.#run = options.initial;
  }

  get run(): Run {
    return this.#run;
  }

  dispatch(event: RunEvent): void {
    const before = this.#run;
    const after = reduce(before, event);
    if (after === before) return;
    this.#run = after;
    this.#options.onChange(after);
    const command = commandAfter(before, after);
    if (command) void this.#execute(command);
  }

  /** Has the worker get ready what a run would take, where none has been begun. */
  prepare(): void {
    if (this.#run.phase !== 'idle') return;
    void this.#options.client.prepare(this.#setup(), (event) => this.#learn(event));
  }

  /** Asks the worker for something of the run that is open; undefined where there is none. */
  async ask<T>(
    question: (session: TrainingSession) => Promise<T | undefined>,
  ): Promise<T | undefined> {
    return this.#session && liveConfig(this.#run) ? question(this.#session) : undefined;
  }

  /** Goes on in mid-run under the settings as they are; the run says what came of it. */
  async change(): Promise<void> {
    const { attempt, settings } = this.#run;
    const text = this.#options.changeText?.(this.#run) ?? '';
    const answer = await this.#session?.change(settings);
    if (!answer) return;
    this.dispatch(
      'refused' in answer
        ? { type: 'refused', attempt, reason: answer.refused }
        : { type: 'changed', attempt, config: settings, text, ...answer },
    );
  }

  /** The embedding that was told last is on the screen. */
  drawn(milliseconds: number): void {
    this.dispatch({ type: 'drawn', attempt: this.#run.attempt, milliseconds });
    this.#session?.drawn();
  }

  async #execute(command: Command): Promise<void> {
    const { attempt } = this.#run;
    switch (command.type) {
      case 'open':
        return this.#open(attempt);
      case 'end':
        this.#session = undefined;
        this.#options.client.dispose();
        return;
      case 'pause':
        this.#session?.pause();
        return;
      default:
        return this.#move(attempt, command.type, command.orderNumber);
    }
  }

  /** What a run under the settings as they are begins with. */
  #setup(): Setup {
    const { judging, computeWith } = this.#options;
    const { settings: config, data, saved } = this.#run;
    return {
      config,
      data: data.reference,
      ...(saved && config.weights === 'saved' && { saved }),
      computeWith: computeWith(this.#run),
      judging,
    };
  }

  async #open(attempt: number): Promise<void> {
    const { client } = this.#options;
    this.#session = undefined;
    client.closeAll();
    const opened = await client.open(this.#setup(), (event) => this.#take(attempt, event));
    if (attempt !== this.#run.attempt) return;
    if (isFailure(opened)) return this.#fail(attempt, opened);
    this.#session = opened;
    // What was ordered while it was being opened.
    const { order, orderNumber } = this.#run;
    await this.#move(attempt, order, orderNumber);
  }

  #take(attempt: number, event: SessionEvent): void {
    this.#learn(event);
    this.dispatch({ ...event, attempt });
  }

  #learn(event: SessionEvent): void {
    if (event.type === 'calibrated') this.#options.onCalibrated?.(event.calibration);
  }

  async #move(attempt: number, order: Order, orderNumber: number): Promise<void> {
    const session = this.#session;
    if (!session) return;
    // One that is to wait is judged where it stands: no step is taken for that.
    const failure = await (order === 'run'
      ? session.run()
      : session.step(order === 'step' ? 1 : 0));
    if (failure) this.#fail(attempt, failure);
    else this.dispatch({ type: 'stopped', attempt, orderNumber });
  }

  #fail(attempt: number, failure: Failure): void {
    this.dispatch({ type: 'failed', attempt, failure });
  }
}
