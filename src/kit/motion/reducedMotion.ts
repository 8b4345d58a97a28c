/** Whether the reader asked for less motion: nothing then starts by itself. */
export const prefersReducedMotion = (): boolean =>
  matchMedia('(prefers-reduced-motion: reduce)').matches;
