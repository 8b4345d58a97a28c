import { useComputed, useSignalEffect } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect, useMemo } from 'preact/hooks';
import { toCsv } from '#kit/files/csv.ts';
import { FigureTools } from '#kit/figure/FigureTools.tsx';
import { NumberField } from '#kit/controls/NumberField.tsx';
import { Stepper } from '#kit/controls/Stepper.tsx';
import { useFigure } from '#kit/figure/useFigure.ts';
import { SETTINGS } from '#training/settings/table.ts';
import { LaneEditor } from './LaneEditor.tsx';
import { LanePlane } from './LanePlane.tsx';
import { LANE_NUMBERS, MOST_LANES } from './lane.ts';
import {
  FEWEST_LANES,
  lanesOf,
  definition,
  namesOf,
  P_RANGE,
  type RaceState,
  STEPS_RANGE,
} from './definition.ts';
import { raceTable, standings, TABLE_HEADER } from './progress.ts';
import { RaceNotices } from './RaceNotices.tsx';
import { Results } from './Results.tsx';
import { createRaceControl } from './race.ts';
import '#kit/figure/figure.css';
import '#kit/controls/controls.css';
import './StrategyRace.css';

/** Of the largest margin: what a plane reaches at least to each side. */
const MARGINS_IN_VIEW = 1.5;

interface StrategyRaceProps {
  /** A recorded race, shown until the reader starts one. */
  readonly children?: ComponentChildren;
}

export default function StrategyRace({ children }: StrategyRaceProps) {
  const figure = useFigure<RaceState>(definition);
  const { state, ready } = figure;
  const race = useMemo(() => createRaceControl(state), []);
  const { status, lanes, labels, step } = race;
  const disabled = useComputed(() => !ready.value);
  const isRunning = useComputed(() => status.value === 'running' || status.value === 'loading');
  const isUntouched = useComputed(() => status.value === 'idle');
  /** Of the race that is shown. */
  const shown = useComputed(() => race.raced.value ?? state.value);
  const names = useComputed(() => namesOf(shown.value));
  const places = useComputed(() => standings(lanes.value));
  const smallestHalf = useComputed(
    () => MARGINS_IN_VIEW * Math.max(...lanesOf(shown.value).map(({ margin }) => margin)),
  );
  const set = (change: Partial<RaceState>) => {
    state.value = { ...state.value, ...change };
  };
  const csv = () => toCsv(TABLE_HEADER, raceTable(names.value, lanes.value));

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
    if (!race.isCurrent.value && status.peek() === 'running') race.pause();
  });

  return (
    <>
      <div class="race-results" ref={figure.anchor}>
        <div hidden={useComputed(() => !isUntouched.value)}>{children}</div>
        <div hidden={isUntouched}>
          <Results names={names} lanes={lanes} length={useComputed(() => shown.value.steps)}>
            {LANE_NUMBERS.map((number, index) => (
              <LanePlane
                key={number}
                number={number}
                name={useComputed(() => names.value[index] ?? '')}
                lane={useComputed(() => lanes.value[index])}
                labels={labels}
                standing={useComputed(() => places.value[index])}
                smallestHalf={smallestHalf}
              />
            ))}
          </Results>
        </div>
      </div>
      <div class="figure-controls">
        <div class="control">
          <button
            type="button"
            class="primary"
            disabled={disabled}
            onClick={() => (isRunning.value ? race.pause() : race.run())}
          >
            {useComputed(() => (isRunning.value ? 'Pause' : 'Run'))}
          </button>
          <span class="read-outs race-step">
            <span>
              step{' '}
              <span class="number" data-quantity="step" data-value={step}>
                {step}
              </span>{' '}
              of {useComputed(() => shown.value.steps)}
            </span>
          </span>
        </div>
        <Stepper
          label="lanes"
          name="lanes"
          value={useComputed(() => state.value.lanes)}
          min={FEWEST_LANES}
          max={MOST_LANES}
          ready={ready}
          set={(count) => set({ lanes: count })}
        />
        <NumberField
          label="steps"
          range={STEPS_RANGE}
          value={useComputed(() => state.value.steps)}
          ready={ready}
          set={(steps) => set({ steps })}
        />
        <details class="race-details">
          <summary>What the lanes train with</summary>
          <div class="lane-editors">
            {LANE_NUMBERS.map((number) => (
              <LaneEditor
                key={number}
                number={number}
                lane={useComputed(() => state.value[`lane${number}`])}
                takesPart={useComputed(() => number <= state.value.lanes)}
                ready={ready}
                set={(lane) => set({ [`lane${number}`]: lane })}
              />
            ))}
          </div>
          <div class="race-common">
            <NumberField
              label="classes P"
              range={P_RANGE}
              value={useComputed(() => state.value.p)}
              ready={ready}
              set={(p) => set({ p })}
            />
            <NumberField
              label="samples K"
              range={SETTINGS.k.range}
              value={useComputed(() => state.value.k)}
              ready={ready}
              set={(k) => set({ k })}
            />
            <NumberField
              label="seed"
              range={SETTINGS.seed.range}
              value={useComputed(() => state.value.seed)}
              ready={ready}
              set={(seed) => set({ seed })}
            />
          </div>
        </details>
        <RaceNotices race={race} />
        <FigureTools figure={figure} definition={{ ...definition, csv }} onReset={race.clear} />
      </div>
    </>
  );
}
