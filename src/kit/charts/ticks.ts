/** The smallest of 1, 2, 5, 10, 20 … (and their tenths) that is not below the value. */
export function niceCeiling(value: number): number {
  if (!(value > 0)) return 1;
  const power = 10 ** Math.floor(Math.log10(value));
  const factor = [1, 2, 5, 10].find((candidate) => candidate * power >= value * (1 - 1e-9)) ?? 10;
  return Number((factor * power).toPrecision(1));
}

/** Round values from `from` to `to`, about `count` of them. */
export function niceTicks(from: number, to: number, count: number): readonly number[] {
  const step = niceCeiling((to - from) / count);
  const first = Math.ceil(from / step);
  const last = Math.floor(to / step + 1e-9);
  return Array.from({ length: last - first + 1 }, (_, k) =>
    Number(((first + k) * step).toPrecision(12)),
  );
}
