import { type Signal, useSignal } from '@preact/signals';
import { writeState } from './urlState.ts';
import type { FigureDefinition, FigureHandle } from './useFigure.ts';

/** How long it is told that the link has been copied. */
const TOLD_MS = 4000;
const COPIED = 'Link copied';

/** Of a figure that fills the window the link says so, with its task. */
async function asShown(address: string, enlarged: Element | null | undefined): Promise<string> {
  return enlarged ? (await import('./enlarge.ts')).writeEnlarged(address, enlarged) : address;
}

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
    const address = await asShown(
      writeState(location.href, name, settings, state.value),
      anchor.current?.closest('.figure-frame:popover-open'),
    );
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
