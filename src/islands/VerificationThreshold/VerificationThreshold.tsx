import { useComputed, useSignal, useSignalEffect } from '@preact/signals';
import { useRef, useState } from 'preact/hooks';
import { Choice } from '#kit/controls/Choice.tsx';
import { FigureTools } from '#kit/figure/FigureTools.tsx';
import { Segmented } from '#kit/controls/Segmented.tsx';
import { useFigure } from '#kit/figure/useFigure.ts';
import { Estimates } from './Estimates.tsx';
import { PairHistogram } from './PairHistogram.tsx';
import {
  AT_FIRST,
  type Curve,
  chooseThreshold,
  createDefinition,
  MADE_HERE,
  type Measured,
  RULES,
  type Rule,
  SOURCE_NAMES,
  SOURCES,
  type Source,
  type ThresholdQuantities,
  type ThresholdState,
} from './definition.ts';
import { Pairs } from './Pairs.tsx';
import { TradeOff } from './TradeOff.tsx';
import { TrainHere } from './TrainHere.tsx';
import { useMeasured } from './useMeasured.ts';
import '#kit/figure/figure.css';
import '#kit/controls/controls.css';
import '#kit/formula/formula.css';
import './VerificationThreshold.css';

const CURVES: readonly { readonly value: Curve; readonly label: string }[] = [
  { value: 'roc', label: 'ROC' },
  { value: 'log', label: 'ROC, log' },
  { value: 'det', label: 'DET' },
];
const RULE_NAMES: Readonly<Record<Rule, string>> = {
  equal: 'equal errors',
  far1e2: '1 % false accepts',
  far1e3: '0.1 %',
};

export default function VerificationThreshold() {
  const measured = useSignal<Measured>(AT_FIRST);
  const [definition] = useState(() => createDefinition(() => measured.value));
  const figure = useFigure<ThresholdState, ThresholdQuantities | undefined>(definition);
  const { state, quantities, ready, problems } = figure;
  const bar = useSignal<number>();
  const set = (change: Partial<ThresholdState>) => {
    state.value = { ...state.value, ...change };
  };
  const source = useComputed(() => state.value.source);
  const summary = useComputed(() => quantities.value?.test);
  const curve = useComputed(() => state.value.curve);
  const choose = (rule: Rule) => {
    const calibration = measured.value[source.value]?.calibration;
    if (calibration) set({ threshold: chooseThreshold(calibration, rule) });
  };
  /** A distance means something else to another source: its own threshold is chosen for it. */
  const look = (next: Source) => {
    const calibration = measured.value[next]?.calibration;
    set({
      source: next,
      ...(calibration && { threshold: chooseThreshold(calibration, 'equal') }),
    });
  };
  const learning = useMeasured({
    measured,
    complain: (problem) => {
      problems.value = [problem];
    },
    onTrained: look,
  });
  const wasTold = useRef(false);
  // A link may lead to a network that only its sender had.
  useSignalEffect(() => {
    if (!ready.value || summary.value || wasTold.current || !MADE_HERE.includes(source.value))
      return;
    wasTold.current = true;
    problems.value = [
      'The network of this link was trained in another browser: press Train for one of your own.',
    ];
    look('pretrained');
  });

  return (
    <>
      <div class="figure-plane" ref={figure.anchor}>
        <PairHistogram state={state} quantities={quantities} bar={bar} ready={ready} set={set} />
        <Pairs summary={summary} bar={bar} source={source} digits={learning.digits} />
      </div>
      <div class="figure-curve">
        <TradeOff curve={curve} quantities={quantities} />
        <Estimates quantities={quantities} />
      </div>
      <div class="figure-controls">
        <Choice
          label="Judged by"
          options={SOURCES.filter((known) => !MADE_HERE.includes(known) || !!measured.value[known])}
          names={SOURCE_NAMES}
          value={source}
          ready={ready}
          set={look}
        />
        <Segmented
          legend="Curve"
          name="curve"
          options={CURVES}
          value={curve}
          ready={ready}
          set={(value) => set({ curve: value })}
        />
        <fieldset
          class="control rules"
          disabled={useComputed(() => !ready.value || !summary.value)}
        >
          <legend>Choose on calibration pairs</legend>
          {RULES.map((rule) => (
            <button key={rule} type="button" onClick={() => choose(rule)}>
              {RULE_NAMES[rule]}
            </button>
          ))}
        </fieldset>
        <TrainHere learning={learning} ready={ready} />
        <FigureTools
          figure={figure}
          definition={definition}
          onReset={() => {
            learning.stop();
            bar.value = undefined;
          }}
        />
      </div>
    </>
  );
}
