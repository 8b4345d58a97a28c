import { type ReadonlySignal, useComputed } from '@preact/signals';
import { DrawingPad } from '#kit/drawing/DrawingPad.tsx';
import { MOST_SIGNS } from './signs.ts';
import { SignPicture } from './SignPicture.tsx';
import type { SignDesk } from './useSigns.ts';

interface SignPadProps {
  readonly desk: SignDesk;
  readonly ready: ReadonlySignal<boolean>;
}

/** Paper for the drawing that is to be recognised, and what may become of it. */
export function SignPad({ desk, ready }: SignPadProps) {
  const { taken, query, signs, strokes } = desk;
  const nothing = useComputed(() => !ready.value || !query.value);
  const full = useComputed(() => nothing.value || signs.value.length >= MOST_SIGNS);
  return (
    <div class="sign-desk">
      <div class="sign-pad">
        <DrawingPad
          strokes={strokes}
          label="Paper to draw a sign on. Without a pointer, show a ready-made drawing or take a held-out digit with the buttons below."
        />
        {useComputed(
          () => taken.value && <SignPicture sample={taken.value} label="The drawing on the pad" />,
        )}
      </div>
      <fieldset class="keep">
        <legend>This drawing is</legend>
        {useComputed(() =>
          signs.value.map(({ id, name }) => (
            <button
              key={id}
              type="button"
              disabled={nothing}
              aria-label={`one more ${name}: keep the drawing as an example`}
              onClick={() => desk.keep(id)}
            >
              one more {name}
            </button>
          )),
        )}
        <button type="button" disabled={full} onClick={() => desk.keep()}>
          a new sign
        </button>
        <span class="keep-tools">
          <button
            type="button"
            disabled={useComputed(() => !ready.value || !desk.canUndo.value)}
            onClick={desk.undo}
          >
            Undo
          </button>
          <button type="button" disabled={nothing} onClick={desk.clear}>
            Clear
          </button>
        </span>
      </fieldset>
    </div>
  );
}
