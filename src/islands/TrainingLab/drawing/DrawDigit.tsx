import { useComputed } from '@preact/signals';
import { MNIST } from '#data/digits/digitSource.ts';
import { ActionButton } from '#kit/controls/ActionButton.tsx';
import { DrawingPad } from '#kit/drawing/DrawingPad.tsx';
import { SamplePicture } from '#kit/drawing/SamplePicture.tsx';
import type { Lab } from '../run/lab.ts';
import { majority, nearestRows } from './guest.ts';
import { Neighbours } from './Neighbours.tsx';
import { TakeDigit } from './TakeDigit.tsx';
import { useGuest } from './useGuest.ts';
import './drawing.css';

const NEIGHBOURS = 5;

/** Which class a digit with such neighbours would be put in, in a sentence. */
function verdictText(labels: readonly number[]): string {
  const most = majority(labels);
  const votes = labels.filter((label) => label === most).length;
  return `It lands among the ${most}s: ${votes} of its ${labels.length} nearest neighbours are one.`;
}

/** A digit that the reader draws, or takes from the held-out ones, and where it lands. */
export default function DrawDigit({ lab }: { readonly lab: Lab }) {
  const { strokes, guest, clear, undo, take } = useGuest(lab);
  const neighbours = useComputed(() => {
    const point = lab.guestPoint.value;
    const points = lab.embedding.value;
    if (!point || !points) return [];
    return nearestRows(points, point, { most: NEIGHBOURS, except: guest.value?.row });
  });
  const verdict = useComputed(() => {
    if (!guest.value) return 'Draw a digit, or take a held-out one.';
    if (!lab.guestPoint.value) return 'Start a run, and it lands among the held-out digits.';
    return verdictText(neighbours.value.map((row) => lab.heldOut.value!.labels[row]!));
  });
  return (
    <div class="draw-digit">
      <DrawingPad
        strokes={strokes}
        label="Paper to draw a digit on. Without a pointer, take a held-out digit with the buttons beside it."
      />
      <div class="draw-digit-side">
        <TakeDigit lab={lab} take={take} />
        <div class="control">
          <button type="button" onClick={clear}>
            Clear
          </button>
          <ActionButton idle={useComputed(() => strokes.value.length === 0)} act={undo}>
            Undo a stroke
          </ActionButton>
        </div>
        <div class="draw-digit-row">
          <SamplePicture
            height={MNIST.height}
            width={MNIST.width}
            pixels={guest.value?.pixels}
            label="The digit as the network sees it: 28 by 28 pixels"
          />
          <p role="status">{verdict}</p>
        </div>
        <Neighbours lab={lab} rows={neighbours} />
      </div>
    </div>
  );
}
