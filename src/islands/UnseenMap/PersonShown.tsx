import { type ReadonlySignal, useComputed } from '@preact/signals';
import { PICTURES } from './definition.ts';

interface PersonShownProps {
  readonly shown: ReadonlySignal<number | undefined>;
  /** Addresses of the pictures, once there are any. */
  readonly images: ReadonlySignal<readonly string[]>;
}

/** The pictures of whoever stands out, large enough to be compared. */
export function PersonShown({ shown, images }: PersonShownProps) {
  const own = useComputed(() =>
    shown.value === undefined
      ? []
      : images.value.slice(shown.value * PICTURES, (shown.value + 1) * PICTURES),
  );
  return (
    <div class="figure-verdict">
      <p class="person-name">
        {useComputed(() =>
          shown.value === undefined
            ? 'Nobody stands out: point at a face.'
            : `Person ${shown.value + 1}`,
        )}
      </p>
      <p class="person-pictures">
        {own.value.map((address) => (
          <img key={address} src={address} alt="" />
        ))}
      </p>
    </div>
  );
}
