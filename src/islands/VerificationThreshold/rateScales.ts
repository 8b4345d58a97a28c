import { probit } from '#metric/evaluation/detCurve.ts';
import type { Curve } from './definition.ts';

/** An axis of rates: where a rate lies between 0 and 1, and the rates that are written at it. */
export interface RateScale {
  at(rate: number): number;
  readonly ticks: readonly { readonly rate: number; readonly text: string }[];
}

const tick = (rate: number) => ({ rate, text: `${Number((100 * rate).toPrecision(3))} %` });
const clamp = (share: number) => Math.min(1, Math.max(0, share));

const linear: RateScale = { at: clamp, ticks: [0, 0.25, 0.5, 0.75, 1].map(tick) };

/** Down to one in ten thousand: with fewer false accepts than that the pairs run out. */
const LEAST = 1e-4;
const logarithmic: RateScale = {
  at: (rate) => clamp(1 - Math.log10(Math.max(rate, LEAST)) / Math.log10(LEAST)),
  ticks: [1e-4, 1e-3, 1e-2, 1e-1, 1].map(tick),
};

const [LOW, HIGH] = [probit(LEAST), probit(0.7)];
/** Normal deviates: normally distributed distances make a straight line. */
const deviates: RateScale = {
  at: (rate) => (rate <= 0 ? 0 : rate >= 1 ? 1 : clamp((probit(rate) - LOW) / (HIGH - LOW))),
  ticks: [1e-3, 1e-2, 0.05, 0.2, 0.5].map(tick),
};

/** The axes of each curve: across the false accepts, upwards the true ones, or the false rejects. */
export const SCALES: Readonly<
  Record<Curve, { readonly x: RateScale; readonly y: RateScale; readonly upwards: 'tar' | 'frr' }>
> = {
  roc: { x: linear, y: linear, upwards: 'tar' },
  log: { x: logarithmic, y: linear, upwards: 'tar' },
  det: { x: deviates, y: deviates, upwards: 'frr' },
};
