import { type ReadonlySignal, useComputed } from '@preact/signals';
import { formatNumber } from '#kit/figure/numberFormat.ts';
import { FacePicture } from './FacePicture.tsx';
import { type Compared, MOST_ENROLLED, type UnseenState } from './definition.ts';
import { enrolledDrawing } from './pictures.ts';

interface EnrolledProps {
  readonly state: ReadonlySignal<UnseenState>;
  /** Undefined while there is no answer. */
  readonly compared: ReadonlySignal<Compared | undefined>;
}

/** The pictures that the person is known by, each with its distance from the presented one. */
export function Enrolled({ state, compared }: EnrolledProps) {
  return (
    <div class="enrolled">
      <p class="faces-title" data-drawing>
        Enrolled
      </p>
      <div class="enrolled-pictures">
        {Array.from({ length: MOST_ENROLLED }, (_, picture) => (
          <EnrolledPicture key={picture} picture={picture} state={state} compared={compared} />
        ))}
      </div>
    </div>
  );
}

function EnrolledPicture({ picture, state, compared }: EnrolledProps & { picture: number }) {
  const drawing = useComputed(() => enrolledDrawing(state.value.person, picture));
  const isThere = useComputed(() => picture < state.value.enrolled);
  const distance = useComputed(() => compared.value?.distances[picture]);
  const isNearest = useComputed(
    () =>
      state.value.rule === 'nearest' &&
      distance.value !== undefined &&
      distance.value === Math.min(...(compared.value?.distances ?? [])),
  );
  return (
    <div class="enrolled-picture" data-there={isThere} data-nearest={isNearest}>
      <FacePicture drawing={drawing} label={`Enrolled picture ${picture + 1}`} />
      <span class="number" data-drawing>
        {useComputed(() =>
          isThere.value && distance.value !== undefined ? formatNumber(distance.value) : '\u00a0',
        )}
      </span>
    </div>
  );
}
