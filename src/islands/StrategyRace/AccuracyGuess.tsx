import { type ReadonlySignal, useComputed, useSignal, useSignalEffect } from '@preact/signals';
import { Slider } from '#kit/controls/Slider.tsx';
import type { FigureHandle } from '#kit/figure/useFigure.ts';
import { initialState } from '#kit/figure/urlState.ts';
import { GuessChart } from '#kit/guess/GuessChart.tsx';
import type { GuessAxes } from '#kit/guess/guessChart.ts';
import { GuessLine } from '#kit/guess/GuessLine.tsx';
import { useGuess } from '#kit/guess/useGuess.ts';
import { guessedSteps, tellAccuracy } from './accuracyGuess.ts';
import { definition, namesOf, type RaceState } from './definition.ts';
import { MEASURES } from './measures.ts';
import type { RaceControl } from './race.ts';

const INITIAL = initialState<RaceState>(definition.settings);
/** The lanes that are guessed at, from 0. */
const [HARD, SEMI] = [1, 2];
/** Before the reader draws anything: two lines apart, so that either can be taken. */
const flatAt = (value: number): readonly number[] => [value, value, value, value, value];
const [LOWER, UPPER] = [flatAt(0.4), flatAt(0.6)];

/** A guess at two strategies' accuracy: a race of the reader's own answers it. */
export function useAccuracyGuess(figure: FigureHandle<RaceState>, race: RaceControl) {
  const { state } = figure;
  const hard = useSignal(LOWER);
  const semi = useSignal(UPPER);
  const active = useSignal(0.5);
  const guess = useGuess(figure, {
    begin() {
      race.clear();
      const { lanes, lane2, lane3 } = INITIAL;
      state.value = { ...state.value, lanes, lane2, lane3, measure: 'knnAccuracy' };
      [hard.value, semi.value] = [LOWER, UPPER];
    },
    see: race.run,
  });
  const curveOf = (lane: number) =>
    useComputed(() => {
      const progress = race.lanes.value[lane];
      const isShown = guess.phase.value === 'made' || guess.phase.value === 'judged';
      return progress && isShown ? MEASURES.knnAccuracy.of(progress) : [];
    });
  const [hardCame, semiCame] = [curveOf(HARD), curveOf(SEMI)];
  const steps = useComputed(() => guessedSteps(state.value.steps));
  useSignalEffect(() => {
    const phase = guess.phase.value;
    if (phase !== 'made') return;
    if (race.raced.value && !race.isCurrent.value) guess.drop();
    if (race.status.value !== 'finished' || !race.isCurrent.value) return;
    const names = namesOf(state.peek());
    const shares = MEASURES.activeShare.of(race.lanes.value[SEMI]!);
    guess.judge(
      tellAccuracy(
        steps.peek(),
        [
          { name: names[HARD]!, values: hard.peek(), curve: hardCame.peek() },
          { name: names[SEMI]!, values: semi.peek(), curve: semiCame.peek() },
        ],
        { guessed: active.peek(), came: shares.at(-1)?.value ?? 0 },
      ),
    );
  });
  return { ...guess, steps, active, hard, semi, hardCame, semiCame };
}

interface AccuracyGuessProps {
  readonly guess: ReturnType<typeof useAccuracyGuess>;
  readonly ready: ReadonlySignal<boolean>;
}

/** Draws two curves before any are shown, and asks for the active share of a healthy run. */
export function AccuracyGuess({ guess, ready }: AccuracyGuessProps) {
  const { phase, steps, active, hard, semi, hardCame, semiCame } = guess;
  const axes = useComputed(
    (): GuessAxes => ({
      steps: steps.value,
      isStartKnown: false,
      y: { label: 'k-NN accuracy', domain: [0, 1], scale: 'linear' },
    }),
  );
  return (
    <GuessLine
      {...{ guess, ready }}
      question="How accurate will batch-hard and semi-hard become?"
      how="Draw both curves by their dots; a race of your own then answers."
      answer="In the recorded race batch-hard stays near chance, and semi-hard parts the digits. Its active share is 1 throughout, since it selects only triplets that have a loss."
    >
      {phase.value !== 'offered' && (
        <div class="race-guess">
          <GuessChart
            {...{ guess, ready, axes }}
            series={[
              { name: 'lane-2', label: 'batch-hard', values: hard, truth: hardCame },
              { name: 'lane-3', label: 'semi-hard', values: semi, truth: semiCame },
            ]}
          />
          <Slider
            label="semi-hard’s active share"
            name="guess-active"
            value={active}
            min={0}
            max={1}
            step={0.05}
            ready={useComputed(() => phase.value === 'open')}
            set={(value) => {
              active.value = value;
            }}
          />
        </div>
      )}
    </GuessLine>
  );
}
