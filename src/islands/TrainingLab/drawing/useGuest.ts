import { type ReadonlySignal, useComputed, useSignal, useSignalEffect } from '@preact/signals';
import { normaliseDigit } from '#data/digits/drawing/normaliseDigit.ts';
import { rasterise, type Stroke } from '#data/digits/drawing/strokes.ts';
import type { Lab } from '../run/lab.ts';
import { type Guest, nextOfLabel } from './guest.ts';
import { pixelsOf } from './pixelsOf.ts';

/** Asks the network where the guest lies, anew with every embedding: it moves with the others. */
function usePlacing(lab: Lab, guest: ReadonlySignal<Guest | undefined>): void {
  useSignalEffect(() => {
    const shown = guest.value;
    if (!shown || !lab.embedding.value) {
      lab.placeGuest(undefined);
      return;
    }
    void lab.embed(shown.pixels).then((point) => {
      // What was drawn or trained in the meantime has asked for itself.
      if (guest.peek() === shown) lab.placeGuest(point);
    });
  });
}

/** What the reader has drawn, else the held-out digit that was taken, placed by the network. */
export function useGuest(lab: Lab) {
  const strokes = useSignal<readonly Stroke[]>([]);
  const taken = useSignal<Guest | undefined>(undefined);
  const guest = useComputed((): Guest | undefined => {
    const ink = rasterise(strokes.value);
    const pixels = ink && normaliseDigit(ink);
    return pixels ? { pixels } : taken.value;
  });
  usePlacing(lab, guest);
  return {
    strokes,
    guest,
    clear() {
      strokes.value = [];
      taken.value = undefined;
    },
    /** Takes back the last stroke. */
    undo() {
      strokes.value = strokes.value.slice(0, -1);
    },
    /** Each time the next held-out digit of that label. */
    take(label: number) {
      const digits = lab.heldOut.value;
      const row = digits && nextOfLabel(digits.labels, label, taken.value?.row ?? -1);
      if (!digits?.images || row === undefined) return;
      strokes.value = [];
      // A copy: what is sent to the worker takes all of its memory along.
      taken.value = { row, pixels: pixelsOf(digits.images, row).slice() };
    },
  };
}
