import { type ReadonlySignal, useComputed } from '@preact/signals';
import { ActionButton } from '#kit/controls/ActionButton.tsx';
import { Choice } from '#kit/controls/Choice.tsx';
import {
  MADE_HERE,
  type Measured,
  RULES,
  type Rule,
  SOURCE_NAMES,
  SOURCES,
  type Source,
} from './definition.ts';

const RULE_NAMES: Readonly<Record<Rule, string>> = {
  equal: 'equal errors',
  far1e2: '1 % false accepts',
  far1e3: '0.1 %',
};

interface ThresholdControlsProps {
  readonly source: ReadonlySignal<Source>;
  readonly measured: ReadonlySignal<Measured>;
  readonly ready: ReadonlySignal<boolean>;
  look(source: Source): void;
  choose(rule: Rule): void;
}

/** What the pairs are judged by, and rules that choose the threshold. */
export function ThresholdControls(props: ThresholdControlsProps) {
  const { source, measured, ready, look, choose } = props;
  const isUnknown = useComputed(() => !measured.value[source.value]);
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
      <fieldset class="control rules">
        <legend>Choose on calibration pairs</legend>
        {RULES.map((rule) => (
          <ActionButton key={rule} ready={ready} idle={isUnknown} act={() => choose(rule)}>
            {RULE_NAMES[rule]}
          </ActionButton>
        ))}
      </fieldset>
    </>
  );
}
