import { DEFAULT_ORBIT } from '#kit/plane/orbit.ts';
import { choiceSetting, numberSetting, type Settings } from '#kit/figure/settings.ts';

export const SAMPLES_AS = ['dots', 'images'] as const;

/** How the embedding is looked at: the run knows nothing of it. */
export interface LabView {
  readonly samplesAs: (typeof SAMPLES_AS)[number];
  readonly trails: boolean;
  /** Whether the cloud fills the map, however small it is: else the margin decides the scale. */
  readonly closeUp: boolean;
  /** From where a cloud in space is seen: see Orbit. */
  readonly turn: number;
  readonly tilt: number;
}

export const INITIAL_VIEW: LabView = {
  samplesAs: 'dots',
  trails: false,
  closeUp: false,
  ...DEFAULT_ORBIT,
};

export const VIEW_SETTINGS = {
  samplesAs: choiceSetting(INITIAL_VIEW.samplesAs, SAMPLES_AS),
  trails: choiceSetting(INITIAL_VIEW.trails, [false, true]),
  closeUp: choiceSetting(INITIAL_VIEW.closeUp, [false, true]),
  turn: numberSetting(INITIAL_VIEW.turn, { min: -Math.PI, max: Math.PI }),
  tilt: numberSetting(INITIAL_VIEW.tilt, { min: -Math.PI / 2, max: Math.PI / 2 }),
} as const satisfies Settings<LabView>;

/** What there is besides the view. */
export function withoutView<T extends Readonly<Record<keyof LabView, unknown>>>(
  all: T,
): Omit<T, keyof LabView> {
  const names = Object.keys(VIEW_SETTINGS);
  return Object.fromEntries(Object.entries(all).filter(([name]) => !names.includes(name))) as Omit<
    T,
    keyof LabView
  >;
}
