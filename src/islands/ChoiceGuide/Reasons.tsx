import { type ReadonlySignal, useComputed } from '@preact/signals';
import { type Advice, KINDS } from './advice.ts';

/** Why each of the advice, with whose finding it is. */
export const Reasons = ({ advice }: { readonly advice: ReadonlySignal<Advice> }) => (
  <dl class="reasons">
    {KINDS.map(({ name, label }) => {
      const source = useComputed(() => advice.value[name].source ?? '');
      return (
        <div key={name}>
          <dt>
            <span class="reason-kind">{label}</span>{' '}
            <b>{useComputed(() => advice.value[name].advice)}</b>
          </dt>
          <dd>
            {useComputed(() => advice.value[name].why)}{' '}
            <span class="reason-source">
              {useComputed(() => source.value && `(${source.value})`)}
            </span>
          </dd>
        </div>
      );
    })}
  </dl>
);
