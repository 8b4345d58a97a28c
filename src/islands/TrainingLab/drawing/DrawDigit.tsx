import { useComputed, useSignal, useSignalEffect } from '@preact/signals';
import { normaliseDigit } from '#data/digits/drawing/normaliseDigit.ts';
import { rasterise, type Stroke } from '#data/digits/drawing/strokes.ts';
import { DIGITS } from '#kit/scatter/palette.ts';
import { MNIST } from '#data/digits/digitSource.ts';
import type { Lab } from '../run/lab.ts';
import { SamplePicture } from '../map/SamplePicture.tsx';
import { DrawingPad } from './DrawingPad.tsx';
import { type Guest, majority, nearestRows, nextOfLabel } from './guest.ts';
import './drawing.css';

const NEIGHBOURS = 5;
const PIXELS = 784;

/** A digit that the reader draws, or takes from the held-out ones, and where it lands. */
export default function DrawDigit({ lab }: { readonly lab: Lab }) {
  const strokes = useSignal<readonly Stroke[]>([]);
  const taken = useSignal<Guest | undefined>(undefined);
  const { heldOut, embedding, guestPoint } = lab;

  const guest = useComputed((): Guest | undefined => {
    const ink = rasterise(strokes.value);
    const pixels = ink && normaliseDigit(ink);
    return pixels ? { pixels } : taken.value;
  });

  // It moves with the others: every new embedding asks anew where it lies.
  useSignalEffect(() => {
    const shown = guest.value;
    if (!shown || !embedding.value) {
      lab.placeGuest(undefined);
      return;
    }
    void lab.embed(shown.pixels).then((point) => {
      // What was drawn or trained in the meantime has asked for itself.
      if (guest.peek() === shown) lab.placeGuest(point);
    });
  });

  const neighbours = useComputed(() => {
    const point = guestPoint.value;
    const points = embedding.value;
    if (!point || !points) return [];
    return nearestRows(points, point, { most: NEIGHBOURS, except: guest.value?.row });
  });
  const labels = useComputed(() => neighbours.value.map((row) => heldOut.value!.labels[row]!));
  const verdict = useComputed(() => {
    if (!guest.value) return 'Draw a digit, or take a held-out one.';
    if (!guestPoint.value) return 'Start a run, and it lands among the held-out digits.';
    const most = majority(labels.value);
    const votes = labels.value.filter((label) => label === most).length;
    return `It lands among the ${most}s: ${votes} of its ${labels.value.length} nearest neighbours are one.`;
  });

  const clear = () => {
    strokes.value = [];
    taken.value = undefined;
  };
  const take = (label: number) => {
    const digits = heldOut.value;
    const row = digits && nextOfLabel(digits.labels, label, taken.value?.row ?? -1);
    if (!digits?.images || row === undefined) return;
    strokes.value = [];
    taken.value = { row, pixels: digits.images.slice(row * PIXELS, (row + 1) * PIXELS) };
  };

  return (
    <div class="draw-digit">
      <DrawingPad strokes={strokes} />
      <div class="draw-digit-side">
        <fieldset class="draw-digit-take" disabled={useComputed(() => !heldOut.value)}>
          <legend>or take a held-out</legend>
          {DIGITS.map((digit) => (
            <button
              key={digit}
              type="button"
              aria-label={`Take a held-out ${digit}`}
              onClick={() => take(digit)}
            >
              {digit}
            </button>
          ))}
        </fieldset>
        <div class="control">
          <button type="button" onClick={clear}>
            Clear
          </button>
          <button
            type="button"
            disabled={useComputed(() => strokes.value.length === 0)}
            onClick={() => {
              strokes.value = strokes.value.slice(0, -1);
            }}
          >
            Undo a stroke
          </button>
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
        <ol class="draw-digit-row" aria-label="Its nearest neighbours">
          {neighbours.value.map((row, index) => (
            <li key={row}>
              <SamplePicture
                height={MNIST.height}
                width={MNIST.width}
                pixels={heldOut.value?.images?.subarray(row * PIXELS, (row + 1) * PIXELS)}
                label={`a ${labels.value[index]}`}
              />
            </li>
          ))}
        </ol>
      </div>
    </div>
  );
}
