import type { ReadonlySignal } from '@preact/signals';
import { Segmented } from '#kit/controls/Segmented.tsx';
import type { Curve } from './definition.ts';

const CURVES: readonly { readonly value: Curve; readonly label: string }[] = [
  { value: 'roc', label: 'ROC' },
  { value: 'log', label: 'ROC, log' },
  { value: 'det', label: 'DET' },
];

interface CurveChoiceProps {
  readonly curve: ReadonlySignal<Curve>;
  readonly ready: ReadonlySignal<boolean>;
  set(curve: Curve): void;
}

/** Which curve of all trades is drawn. */
export const CurveChoice = ({ curve, ready, set }: CurveChoiceProps) => (
  <Segmented legend="Curve" name="curve" options={CURVES} value={curve} ready={ready} set={set} />
);
