import { type ReadonlySignal, useComputed } from '@preact/signals';
import { Choice } from '#kit/controls/Choice.tsx';
import { Segmented } from '#kit/controls/Segmented.tsx';
import {
  type Curve,
  MADE_HERE,
  type Measured,
  RULES,
  type Rule,
  SOURCE_NAMES,
  SOURCES,
  type Source,
} from './definition.ts';

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

interface ThresholdControlsProps {
  readonly source: ReadonlySignal<Source>;
  readonly curve: ReadonlySignal<Curve>;
  readonly measured: ReadonlySignal<Measured>;
  readonly ready: ReadonlySignal<boolean>;
  look(source: Source): void;
  setCurve(curve: Curve): void;
  choose(rule: Rule): void;
}

/** What the pairs are judged by, which curve is drawn, and rules that choose the threshold. */
export function ThresholdControls(props: ThresholdControlsProps) {
  const { source, curve, measured, ready, look, setCurve, choose } = props;
  return (
    <>
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
        set={setCurve}
      />
      <fieldset
        class="control rules"
        disabled={useComputed(() => !ready.value || !measured.value[source.value])}
      >
        <legend>Choose on calibration pairs</legend>
        {RULES.map((rule) => (
          <button key={rule} type="button" onClick={() => choose(rule)}>
            {RULE_NAMES[rule]}
          </button>
        ))}
      </fieldset>
    </>
  );
}
