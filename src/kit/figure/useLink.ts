import { type Signal, useSignal } from '@preact/signals';
import { writeEnlarged } from './enlargedLink.ts';
import { writeState } from './urlState.ts';
import type { FigureDefinition, FigureHandle } from './useFigure.ts';

/** How long it is told that the link has been copied. */
const TOLD_MS = 4000;
const COPIED = 'Link copied';

/**
 * Puts the state on the clipboard as a link; where that is closed, into `link`. The address of the
 * page stays: it may have come with the state of another figure.
 */
export function useLink<S extends object, Q>(
  { state, anchor }: FigureHandle<S, Q>,
  { name, settings }: FigureDefinition<S, Q>,
  told: Signal<string>,
) {
  const link = useSignal('');
  const copyLink = async () => {
    const toState = writeState(location.href, name, settings, state.value);
    const enlarged = anchor.current?.closest('.figure-frame:popover-open');
    const address = enlarged ? writeEnlarged(toState, enlarged) : toState;
    try {
      await navigator.clipboard.writeText(address);
      told.value = COPIED;
      setTimeout(() => {
        if (told.value === COPIED) told.value = '';
      }, TOLD_MS);
    } catch {
      // No clipboard without permission or a secure address: the reader copies by hand.
      link.value = address;
    }
  };
  return { link, copyLink };
}
