import { DEFAULT_ORBIT } from '#kit/plane/orbit.ts';
import { choiceSetting, numberSetting, type Settings } from '#kit/figure/settings.ts';

export const SAMPLES_AS = ['dots', 'images'] as const;

/** How the embedding is looked at: the run knows nothing of it. */
export interface LabView {
  readonly samplesAs: (typeof SAMPLES_AS)[number];
  readonly trails: boolean;
  /** From where a cloud in space is seen: see Orbit. */
  readonly turn: number;
  readonly tilt: number;
}

export const INITIAL_VIEW: LabView = { samplesAs: 'dots', trails: false, ...DEFAULT_ORBIT };

export const VIEW_SETTINGS = {
  samplesAs: choiceSetting(INITIAL_VIEW.samplesAs, SAMPLES_AS),
  trails: choiceSetting(INITIAL_VIEW.trails, [false, true]),
  turn: numberSetting(INITIAL_VIEW.turn, { min: -Math.PI, max: Math.PI }),
  tilt: numberSetting(INITIAL_VIEW.tilt, { min: -Math.PI / 2, max: Math.PI / 2 }),
} as const satisfies Settings<LabView>;

/** What there is besides the view. */
export function withoutView<T extends Readonly<Record<keyof LabView, unknown>>>(
  all: T,
): Omit<T, keyof LabView> {
  const { samplesAs: _samplesAs, trails: _trails, turn: _turn, tilt: _tilt, ...rest } = all;
  return rest;
}
