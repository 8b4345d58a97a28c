import { useSignal } from '@preact/signals';
import type { FunctionComponent } from 'preact';

interface FoldProps<P> {
  readonly class: string;
  readonly summary: string;
  readonly load: () => Promise<{ readonly default: FunctionComponent<P> }>;
  readonly props: P;
}

/** A part of a figure that is fetched when it is first unfolded: most readers never need it. */
export function Fold<P extends object>({ class: name, summary, load, props }: FoldProps<P>) {
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

  const Part = part.value;
  return (
    <details
      class={name}
      onToggle={({ currentTarget }) => {
        if (currentTarget.open && !part.value) void fetchPart();
      }}
    >
      <summary>{summary}</summary>
      {Part ? <Part {...props} /> : <p role="status">{problem}</p>}
    </details>
  );
}
