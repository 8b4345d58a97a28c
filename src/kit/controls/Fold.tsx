import { type ReadonlySignal, useSignal, useSignalEffect } from '@preact/signals';
import type { FunctionComponent } from 'preact';
import { useRef } from 'preact/hooks';

interface FoldProps<P> {
  readonly class: string;
  readonly summary: string;
  /** Unfolds it when it becomes true: what it sets is in use. */
  readonly opens?: ReadonlySignal<boolean>;
  readonly load: () => Promise<{ readonly default: FunctionComponent<P> }>;
  readonly props: P;
}

/** A part of a figure that is fetched when it is first unfolded: most readers never need it. */
export function Fold<P extends object>(options: FoldProps<P>) {
  const { class: name, summary, opens, load, props } = options;
  const details = useRef<HTMLDetailsElement>(null);
  const part = useSignal<FunctionComponent<P> | undefined>(undefined);
  const problem = useSignal('');

  const fetchPart = async () => {
    try {
      part.value = (await load()).default;
      problem.value = '';
    } catch {
      problem.value = 'This part could not be fetched. Check the connection, then fold and unfold.';
    }
  };

  useSignalEffect(() => {
    if (opens?.value && details.current) details.current.open = true;
  });

  const Part = part.value;
  return (
    <details
      class={name}
      ref={details}
      onToggle={({ currentTarget }) => {
        if (currentTarget.open && !part.value) void fetchPart();
      }}
    >
      <summary>{summary}</summary>
      {Part ? <Part {...props} /> : <p role="status">{problem}</p>}
    </details>
  );
}
