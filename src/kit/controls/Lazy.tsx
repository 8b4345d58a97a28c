import { type ReadonlySignal, useSignal, useSignalEffect } from '@preact/signals';
import type { FunctionComponent } from 'preact';
import { Retry } from './Retry.tsx';
import { fetchPart } from '../figure/fetchPart.ts';

interface LazyProps<P> {
  /** Once true, the part is fetched; it stays from then on. */
  readonly wanted: ReadonlySignal<boolean>;
  readonly load: () => Promise<{ readonly default: FunctionComponent<P> }>;
  readonly props: P;
}

/** A part of a figure that is fetched when it is wanted: not all readers come to that. */
export function Lazy<P extends object>({ wanted, load, props }: LazyProps<P>) {
  const part = useSignal<FunctionComponent<P> | undefined>(undefined);
  const problem = useSignal('');

  const fetch = () =>
    fetchPart(load).then(
      (found) => {
        part.value = found.default;
        problem.value = '';
      },
      (error: Error) => {
        problem.value = error.message;
      },
    );
  useSignalEffect(() => {
    if (wanted.value && !part.peek()) void fetch();
  });

  const Part = part.value;
  return Part ? (
    <Part {...props} />
  ) : (
    <p role="status" hidden={problem.value === ''}>
      {problem}
      <Retry press={fetch} />
    </p>
  );
}
