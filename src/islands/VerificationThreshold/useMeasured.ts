import type { Signal } from '@preact/signals';
import { dataFile } from '#data/dataFile.ts';
import { useFetch } from '#kit/figure/useFetch.ts';
import type { FigureHandle } from '#kit/figure/useFigure.ts';
import type { Measured, ThresholdQuantities, ThresholdState } from './definition.ts';

const MISSING =
  'The measured pairs could not be downloaded: raw pixels, the untrained network and the pictures of pairs are missing.';

const loadMeasured = (): Promise<Measured> =>
  fetch(dataFile('verification.json'))
    .then((response) => (response.ok ? response.json() : Promise.reject(response.status)))
    .catch((cause: unknown) => {
      throw new Error(MISSING, { cause });
    });

/** Fetches what has been measured of the sources that the page brings along, once the figure is there. */
export function useMeasured(
  figure: FigureHandle<ThresholdState, ThresholdQuantities | undefined>,
  measured: Signal<Measured>,
): void {
  useFetch(figure, loadMeasured, (known) => {
    measured.value = { ...measured.value, ...known };
  });
}
