import { type ReadonlySignal, useComputed, useSignal } from '@preact/signals';
import type { ComponentChildren, FunctionComponent } from 'preact';
import { Lazy } from '#kit/controls/Lazy.tsx';

interface StillOrLiveProps<P> {
  /** Drawn when the page was built. */
  readonly still: ComponentChildren;
  /** Whether the still shows what the settings say. */
  readonly isTrue: ReadonlySignal<boolean>;
  /** Whether the reader wants more of it than a still can answer. */
  readonly isAsked?: ReadonlySignal<boolean>;
  readonly load: () => Promise<{ readonly default: FunctionComponent<P> }>;
  readonly props: P;
}

/** A still as long as it will do, and in its place a live part, which is fetched when it is wanted. */
export function StillOrLive<P extends object>(options: StillOrLiveProps<P>) {
  const { still, isTrue, isAsked, load, props } = options;
  const isThere = useSignal(false);
  const isWanted = useComputed(() => !isTrue.value || isAsked?.value === true);
  const hidesStill = useComputed(() => !isTrue.value || (isWanted.value && isThere.value));
  return (
    <>
      <div hidden={hidesStill}>{still}</div>
      <div hidden={useComputed(() => !isWanted.value)}>
        <Lazy
          wanted={isWanted}
          load={async () => {
            const part = await load();
            isThere.value = true;
            return part;
          }}
          props={props}
        />
      </div>
    </>
  );
}
