const STEPS: ReadonlyMap<string, number> = new Map([
  ['ArrowUp', 1],
  ['ArrowRight', 1],
  ['ArrowDown', -1],
  ['ArrowLeft', -1],
  ['PageUp', 10],
  ['PageDown', -10],
]);

/** How many steps a key takes on anything that goes up and down; undefined for any other key. */
export const stepsOfKey = (key: string): number | undefined => STEPS.get(key);
