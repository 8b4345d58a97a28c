import {
  type ReadonlySignal,
  type Signal,
  useComputed,
  useSignal,
  useSignalEffect,
} from '@preact/signals';
import { useRef, useState } from 'preact/hooks';
import { Challenge } from '#kit/challenge/Challenge.tsx';
import { FigureTools } from '#kit/figure/FigureTools.tsx';
import { useFigure } from '#kit/figure/useFigure.ts';
import { GuessLine } from '#kit/guess/GuessLine.tsx';
import {
  AT_FIRST,
  chooseThreshold,
  createDefinition,
  MADE_HERE,
  type Measured,
  type Rule,
  type Source,
  type ThresholdQuantities,
  type ThresholdState,
} from './definition.ts';
import { isStrictAndUseful } from './challenge.ts';
import { CurveChoice } from './CurveChoice.tsx';
import { Estimates } from './Estimates.tsx';
import { outcomeOf } from './outcome.ts';
import { PairHistogram } from './PairHistogram.tsx';
import { Pairs } from './Pairs.tsx';
import { Strip } from './Strip.tsx';
import { ThresholdControls } from './ThresholdControls.tsx';
import { TradeOff } from './TradeOff.tsx';
import { FIRST_STRATEGY, TrainButton, TrainWith, Verdict } from './TrainHere.tsx';
import { useLearning } from './useLearning.ts';
import { useMeasured } from './useMeasured.ts';
import { useThresholdGuess } from './useThresholdGuess.ts';
import '#kit/figure/figure.css';
import '#kit/controls/controls.css';
import '#kit/formula/formula.css';
import './VerificationThreshold.css';

/** Distances of genuine and of impostor pairs, one threshold, and both errors that it makes. */
export default function VerificationThreshold() {
  const measured = useSignal<Measured>(AT_FIRST);
  const [definition] = useState(() => createDefinition(() => measured.value));
  const figure = useFigure<ThresholdState, ThresholdQuantities | undefined>(definition);
  const { state, quantities, ready, problems } = figure;
  const bar = useSignal<number>();
  const set = (change: Partial<ThresholdState>) => {
    state.value = { ...state.value, ...change };
  };
  const complain = (problem: string) => {
    problems.value = [problem];
  };
  const { look, choose } = createChoices(state, measured);
  useMeasured(figure, measured);
  const learning = useLearning({
    complain,
    onTrained(made, verified) {
      measured.value = { ...measured.value, [made]: verified };
      look(made);
    },
  });
  const guess = useThresholdGuess(figure);
  const source = useComputed(() => state.value.source);
  const curve = useComputed(() => state.value.curve);
  const strategy = useSignal(FIRST_STRATEGY);
  const outcome = useComputed(() => outcomeOf(state.value.source, quantities.value));
  const isUnknown = useComputed(() => ready.value && !measured.value[source.value]);
  useForeignNetwork(source, isUnknown, (problem) => {
    complain(problem);
    look('pretrained');
  });
  const reset = () => {
    learning.stop();
    bar.value = undefined;
    guess.drop();
  };
  return (
    <>
      <div class="figure-plane" ref={figure.anchor}>
        <PairHistogram {...{ state, quantities, bar, ready, set }} guessed={guess.lines} />
        <Strip quantities={quantities}>
          <TrainButton {...{ strategy, learning, ready }} />
        </Strip>
      </div>
      <Verdict {...{ strategy, learning, outcome }}>
        <GuessLine
          {...{ guess, ready }}
          question="Which threshold accepts at most 1 % of the impostor pairs?"
          how="Set the threshold by the two hills alone. Rates and curve are hidden meanwhile."
          answer="A small one: one impostor pair in a hundred is the lower tail of the impostors’ distances. The formula of this figure counts what it refuses of the genuine pairs."
        />
      </Verdict>
      <Pairs
        summary={useComputed(() => quantities.value?.test)}
        bar={bar}
        source={source}
        digits={learning.digits}
      />
      <div class="figure-curve">
        <TradeOff curve={curve} quantities={quantities} />
        <CurveChoice curve={curve} ready={ready} set={(value) => set({ curve: value })} />
      </div>
      <div class="figure-controls">
        <ThresholdControls {...{ source, measured, ready, look, choose }} />
        <TrainWith strategy={strategy} ready={ready} />
        <Estimates quantities={quantities} />
        <FigureTools figure={figure} definition={definition} onReset={reset} />
      </div>
      <Challenge
        name="VerificationThreshold/strict-and-useful"
        ready={ready}
        isMet={useComputed(
          () => guess.phase.value !== 'open' && isStrictAndUseful(quantities.value),
        )}
        lesson="No threshold does it by raw pixels or before training: with 1 % false accepts more than nine in ten genuine pairs are refused there."
      >
        Find a threshold with at most 1 % false accepts that refuses at most one genuine pair in
        five.
      </Challenge>
    </>
  );
}

/** What else chooses a threshold: a rule, and the change to another source. */
function createChoices(state: Signal<ThresholdState>, measured: ReadonlySignal<Measured>) {
  const thresholdOf = (source: Source, rule: Rule): Partial<ThresholdState> => {
    const calibration = measured.value[source]?.calibration;
    return calibration ? { threshold: chooseThreshold(calibration, rule) } : {};
  };
  return {
    choose(rule: Rule) {
      state.value = { ...state.value, ...thresholdOf(state.value.source, rule) };
    },
    /** A distance means something else to another source: its own threshold is chosen for it. */
    look(source: Source) {
      state.value = { ...state.value, source, ...thresholdOf(source, 'equal') };
    },
  };
}

/** A link may lead to a network that only its sender had: that is told, once. */
function useForeignNetwork(
  source: ReadonlySignal<Source>,
  isUnknown: ReadonlySignal<boolean>,
  tell: (problem: string) => void,
): void {
  const wasTold = useRef(false);
  useSignalEffect(() => {
    if (!isUnknown.value || wasTold.current || !MADE_HERE.includes(source.value)) return;
    wasTold.current = true;
    tell(
      'The network of this link was trained in another browser: press Train for one of your own.',
    );
  });
}
