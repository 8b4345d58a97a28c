import { type ReadonlySignal, useComputed, useSignalEffect } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useMemo } from 'preact/hooks';
import { Segmented } from '#kit/controls/Segmented.tsx';
import { FigureTools } from '#kit/figure/FigureTools.tsx';
import { useFigure } from '#kit/figure/useFigure.ts';
import { toCsv } from '#kit/files/csv.ts';
import { AccuracyGuess, useAccuracyGuess } from './AccuracyGuess.tsx';
import { definition, isRecorded, namesOf, type RaceState } from './definition.ts';
import { MEASURE_NAMES, MEASURES } from './measures.ts';
import { RaceControls } from './RaceControls.tsx';
import { RaceNotices } from './RaceNotices.tsx';
import { RaceTransport } from './RaceTransport.tsx';
import { createRaceControl, type RaceControl } from './race.ts';
import { raceTable, TABLE_HEADER } from './raceTable.ts';
import { StillOrLive } from './StillOrLive.tsx';
import { useReading } from './useReading.ts';
import '#kit/figure/figure.css';
import '#kit/controls/controls.css';
import { usePausedUnseen } from '#kit/motion/usePausedUnseen.ts';
import './StrategyRace.css';

interface StrategyRaceProps {
  /** Of a recorded race, shown while the settings are its own and the reader starts none. */
  readonly maps?: ComponentChildren;
  readonly chart?: ComponentChildren;
  readonly standings?: ComponentChildren;
}

/** A race over the settings of the figure: it pauses out of sight, and when it is another one's by now. */
function useRace(state: ReadonlySignal<RaceState>): RaceControl {
  const race = useMemo(() => createRaceControl(state), []);
  usePausedUnseen(race);
  useSignalEffect(() => {
    if (!race.isCurrent.value && race.status.peek() === 'running') race.pause();
  });
  return race;
}

export default function StrategyRace({ maps, chart, standings }: StrategyRaceProps) {
  const figure = useFigure<RaceState>(definition);
  const { state, ready } = figure;
  const race = useRace(state);
  const guess = useAccuracyGuess(figure, race);
  const reading = useReading();
  const reset = () => {
    race.clear();
    guess.drop();
  };
  /** Of the race that is shown, else of the one to come. */
  const shown = useComputed(() => race.raced.value ?? state.value);
  const names = useComputed(() => namesOf(shown.value));
  const isStill = useComputed(() => race.raced.value === undefined && isRecorded(state.value));
  const measure = useComputed(() => state.value.measure);
  const isAsked = useComputed(
    () => reading.at.value !== undefined || measure.value !== definition.settings.measure.initial,
  );
  const length = useComputed(() => shown.value.steps);
  /** Of what is shown; before a race of other settings than the recorded one, of nothing. */
  const csv = async () => {
    const lanes = isStill.value
      ? (await import('./recordedLanes.ts')).recordedLanes
      : race.lanes.value;
    const rows = raceTable(names.value, lanes);
    return rows.length > 0 ? toCsv(TABLE_HEADER, rows) : undefined;
  };
  return (
    <>
      <div class="figure-plane" ref={figure.anchor}>
        <RaceTransport
          race={race}
          step={useComputed(() => (isStill.value ? length.value : race.step.value))}
          length={length}
          ready={ready}
        />
        <StillOrLive
          still={maps}
          isTrue={isStill}
          load={() => import('./LiveMaps.tsx')}
          props={{ race, shown, names }}
        />
      </div>
      <RaceNotices race={race} state={state} isStill={isStill} />
      <div class="figure-curve">
        <AccuracyGuess guess={guess} ready={ready} />
        <Segmented
          legend="measure of the curves"
          name="measure"
          options={MEASURE_NAMES.map((value) => ({ value, label: MEASURES[value].label }))}
          value={measure}
          ready={ready}
          set={(chosen) => {
            state.value = { ...state.value, measure: chosen };
          }}
        />
        <div class="race-plot" ref={reading.box} {...reading.gestures}>
          <StillOrLive
            still={chart}
            isTrue={isStill}
            isAsked={isAsked}
            load={() => import('./LiveChart.tsx')}
            props={{ race, state, shown, names, at: reading.at }}
          />
        </div>
      </div>
      <div class="race-standings table">
        <StillOrLive
          still={standings}
          isTrue={isStill}
          load={() => import('./LiveStandings.tsx')}
          props={{ race, names }}
        />
      </div>
      <div class="figure-controls">
        <RaceControls state={state} ready={ready} />
        <FigureTools figure={figure} definition={{ ...definition, csv }} onReset={reset} />
      </div>
    </>
  );
}
