import type { Failure } from '../service/contract.ts';
import type { ServiceEvent } from '../run/byService.ts';
import { reduce } from '../run/reduce.ts';
import { type Run, stepOf } from '../run/run.ts';

/** Several runs that train in step, as a value. */
export interface Race {
  /** Counts the races that were begun. */
  readonly attempt: number;
  /** In the order in which they were given. */
  readonly lanes: readonly Run[];
  /** Steps of the whole race. */
  readonly length: number;
  readonly order: 'run' | 'pause';
  /** What conducts it is on its way. */
  readonly isAwaited?: boolean;
  readonly failure?: Failure;
}

export const NO_RACE: Race = { attempt: 0, lanes: [], length: 0, order: 'pause' };

export type RaceEvent =
  | { readonly type: 'begin'; readonly lanes: readonly Run[]; readonly length: number }
  | { readonly type: 'run' | 'pause' | 'clear' }
  /** What becomes known of one lane of the race of that number. */
  | {
      readonly type: 'lane';
      readonly attempt: number;
      readonly lane: number;
      readonly event: ServiceEvent;
    }
  | { readonly type: 'failed'; readonly attempt: number; readonly failure: Failure };

export type RaceStatus = 'idle' | 'loading' | 'running' | 'paused' | 'finished' | 'failed';

/** The steps that every lane has taken but those that are out. */
export const raceStep = ({ lanes }: Race): number => Math.max(0, ...lanes.map(stepOf));

/** Whether a lane is out, or has been judged at the end. */
const isOver = ({ phase, history }: Run, length: number): boolean =>
  phase === 'failed' || (history.evaluations.at(-1)?.step ?? 0) >= length;

export function raceStatus(race: Race): RaceStatus {
  if (race.failure) return 'failed';
  if (race.isAwaited) return 'loading';
  if (race.lanes.length === 0) return 'idle';
  if (race.lanes.every((lane) => isOver(lane, race.length))) return 'finished';
  if (race.order === 'pause') return 'paused';
  return race.lanes.some(({ phase }) => phase === 'loading') ? 'loading' : 'running';
}

const laneEvent = (race: Race, { lane, event }: RaceEvent & { type: 'lane' }): Race => ({
  ...race,
  lanes: race.lanes.with(lane, reduce(race.lanes[lane]!, event)),
});

/** The race after something has happened. Pure. */
export function reduceRace(race: Race, event: RaceEvent): Race {
  switch (event.type) {
    case 'begin':
      return {
        attempt: race.attempt + 1,
        lanes: event.lanes.map((lane) =>
          reduce(lane, { type: 'start-over', id: `race ${race.attempt + 1}` }),
        ),
        length: event.length,
        order: 'run',
      };
    case 'run':
    case 'pause':
      return { ...race, order: event.type };
    case 'clear':
      return { ...NO_RACE, attempt: race.attempt + 1 };
    case 'lane':
      return event.attempt === race.attempt ? laneEvent(race, event) : race;
    case 'failed':
      return event.attempt === race.attempt ? { ...race, failure: event.failure } : race;
  }
}
