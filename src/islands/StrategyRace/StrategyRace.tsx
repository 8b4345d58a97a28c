import { type ReadonlySignal, useComputed, useSignalEffect } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect, useMemo } from 'preact/hooks';
import { toCsv } from '#kit/files/csv.ts';
import { FigureTools } from '#kit/figure/FigureTools.tsx';
import { Fold } from '#kit/controls/Fold.tsx';
import { Lazy } from '#kit/controls/Lazy.tsx';
import { NumberField } from '#kit/controls/NumberField.tsx';
import { Stepper } from '#kit/controls/Stepper.tsx';
import { isInitial } from '#kit/figure/urlState.ts';
import { useFigure } from '#kit/figure/useFigure.ts';
import { MOST_LANES } from './lane.ts';
import { FEWEST_LANES, definition, namesOf, type RaceState, STEPS_RANGE } from './definition.ts';
import { raceTable, TABLE_HEADER } from './raceTable.ts';
import { RaceNotices } from './RaceNotices.tsx';
import { RaceTransport } from './RaceTransport.tsx';
import { createRaceControl, type RaceControl } from './race.ts';
import '#kit/figure/figure.css';
import '#kit/controls/controls.css';
import './StrategyRace.css';

interface StrategyRaceProps {
  /** A recorded race, shown until the reader starts one. */
  readonly children?: ComponentChildren;
}

/** A race over the settings of the figure: it pauses out of sight, and when it is another one's by now. */
function useRace(state: ReadonlySignal<RaceState>): RaceControl {
  const race = useMemo(() => createRaceControl(state), []);
  useEffect(() => {
    const update = () => {
      if (document.hidden) race.pause();
    };
    document.addEventListener('visibilitychange', update);
    return () => {
      document.removeEventListener('visibilitychange', update);
      race.clear();
    };
  }, []);
  useSignalEffect(() => {
    if (!race.isCurrent.value && race.status.peek() === 'running') race.pause();
  });
  return race;
}

export default function StrategyRace({ children }: StrategyRaceProps) {
  const figure = useFigure<RaceState>(definition);
  const { state, ready } = figure;
  const race = useRace(state);
  const isUntouched = useComputed(() => race.status.value === 'idle');
  /** Of the race that is shown. */
  const shown = useComputed(() => race.raced.value ?? state.value);
  const names = useComputed(() => namesOf(shown.value));
  const set = (change: Partial<RaceState>) => {
    state.value = { ...state.value, ...change };
  };
  /** Of what is shown; before a race of other settings than the recorded one, of nothing. */
  const csv = async () => {
    const isRecorded = isUntouched.value && isInitial(definition.settings, state.value);
    const lanes = isRecorded
      ? (await import('./recordedLanes.ts')).recordedLanes
      : race.lanes.value;
    const rows = raceTable(names.value, lanes);
    return rows.length > 0 ? toCsv(TABLE_HEADER, rows) : undefined;
  };
  return (
    <>
      <div class="race-results" ref={figure.anchor}>
        <div hidden={useComputed(() => !isUntouched.value)}>{children}</div>
        <div hidden={isUntouched}>
          <Lazy
            wanted={useComputed(() => !isUntouched.value)}
            load={() => import('./LiveRace.tsx')}
            props={{ race, shown }}
          />
        </div>
      </div>
      <div class="figure-controls">
        <RaceTransport race={race} length={useComputed(() => shown.value.steps)} ready={ready} />
        <Stepper
          label="lanes"
          name="lanes"
          value={useComputed(() => state.value.lanes)}
          min={FEWEST_LANES}
          max={MOST_LANES}
          ready={ready}
          set={(lanes) => set({ lanes })}
        />
        <NumberField
          label="steps"
          range={STEPS_RANGE}
          value={useComputed(() => state.value.steps)}
          ready={ready}
          set={(steps) => set({ steps })}
        />
        <Fold
          class="race-details"
          summary="What the lanes train with"
          load={() => import('./LaneEditors.tsx')}
          props={{ state, ready, set }}
        />
        <RaceNotices race={race} />
        <FigureTools figure={figure} definition={{ ...definition, csv }} onReset={race.clear} />
      </div>
    </>
  );
}
