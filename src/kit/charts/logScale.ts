import { shareOn } from './valueAxis.ts';

/** The ends of a logarithmic axis, both above 0. */
type LogDomain = readonly [from: number, to: number];

/** Where a value stands on a logarithmic axis: 0 at its start, 1 at its end, at which what lies beyond is held. */
export function logShare(value: number, [from, to]: LogDomain): number {
  if (!(value > from)) return 0;
  return shareOn({ lowest: from, highest: to, isLog: true }, value);
}

/** The powers of ten on a logarithmic axis, the ends included. */
export function decades([from, to]: LogDomain): readonly number[] {
  const first = Math.ceil(Math.log10(from) - 1e-9);
  const last = Math.floor(Math.log10(to) + 1e-9);
  return Array.from({ length: last - first + 1 }, (_, k) => Number(`1e${first + k}`));
}
