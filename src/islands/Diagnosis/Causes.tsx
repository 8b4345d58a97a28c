import { type ReadonlySignal, useComputed } from '@preact/signals';
import type { JudgedCause } from '#metric/diagnosis/diagnose.ts';
import type { DeskQuantities } from './definition.ts';

const VERDICTS: Readonly<Record<JudgedCause['verdict'], string>> = {
  fits: 'fits',
  open: 'open',
  against: 'ruled out',
};

const sentence = (text: string) => (text ? `${text[0]!.toUpperCase()}${text.slice(1)}.` : '');

/** What may have brought the loss there: what fits first, what is ruled out last. */
export function Causes({ quantities }: { readonly quantities: ReadonlySignal<DeskQuantities> }) {
  return (
    <ul class="causes" aria-label="What may be the cause">
      {useComputed(() =>
        (quantities.value.diagnosis?.causes ?? []).map(
          ({ name, label, verdict, because, tells }) => (
            <li key={name} data-cause={name} data-verdict={verdict}>
              <span class="cause-verdict">{VERDICTS[verdict]}</span>
              <span>
                <b>{label}.</b> {sentence(because)} {verdict === 'open' && tells}
              </span>
            </li>
          ),
        ),
      )}
    </ul>
  );
}
