import type { Signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { dataFile } from '#data/dataFile.ts';
import type { Measured } from './definition.ts';

const MISSING =
  'The measured pairs could not be downloaded: raw pixels, the untrained network and the pictures of pairs are missing. Reload the page to try again.';

/** Fetches what has been measured of the sources that the page brings along, once the figure is there. */
export function useMeasured(measured: Signal<Measured>, complain: (problem: string) => void): void {
  useEffect(() => {
    fetch(dataFile('verification.json'))
      .then((response) => (response.ok ? response.json() : Promise.reject(response.status)))
      .then(
        (known: Measured) => {
          measured.value = { ...measured.value, ...known };
        },
        () => complain(MISSING),
      );
  }, []);
}
