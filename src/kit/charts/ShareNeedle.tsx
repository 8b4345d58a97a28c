import { type ReadonlySignal, useComputed } from '@preact/signals';
import './shareNeedle.css';

const SIZE = { width: 96, height: 14 } as const;
const INSET = 4;

interface ShareNeedleProps {
  /** From 0, at the left end, to 1, at the right one, and no farther; undefined while not known. */
  readonly share: ReadonlySignal<number | undefined>;
}

/** A pointer on a short track, for a number that is told beside it. */
export function ShareNeedle({ share }: ShareNeedleProps) {
  const x = useComputed(() => INSET + Math.min(1, share.value ?? 0) * (SIZE.width - 2 * INSET));
  return (
    <svg
      class="share-needle"
      viewBox={`0 0 ${SIZE.width} ${SIZE.height}`}
      aria-hidden="true"
      data-share={share}
    >
      <path class="share-track" d={`M${INSET},11H${SIZE.width - INSET}`} />
      <path
        class="share-pointer"
        visibility={useComputed(() => (share.value === undefined ? 'hidden' : 'inherit'))}
        d={useComputed(() => `M${x.value.toFixed(1)},11l-4,-9h8z`)}
      />
    </svg>
  );
}
