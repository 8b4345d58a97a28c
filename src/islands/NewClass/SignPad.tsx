import { type ReadonlySignal, useComputed } from '@preact/signals';
import { ActionButton } from '#kit/controls/ActionButton.tsx';
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
  const nothing = useComputed(() => !query.value);
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
            <ActionButton
              key={id}
              ready={ready}
              idle={nothing}
              label={`one more ${name}: keep the drawing as an example`}
              act={() => desk.keep(id)}
            >
              one more {name}
            </ActionButton>
          )),
        )}
        <ActionButton ready={ready} idle={full} act={() => desk.keep()}>
          a new sign
        </ActionButton>
        <span class="keep-tools">
          <ActionButton ready={ready} idle={useComputed(() => !desk.canUndo.value)} act={desk.undo}>
            Undo
          </ActionButton>
          <ActionButton ready={ready} idle={nothing} act={desk.clear}>
            Clear
          </ActionButton>
        </span>
      </fieldset>
    </div>
  );
}
