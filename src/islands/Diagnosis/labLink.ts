import type { LabSettings } from '#metric/diagnosis/causes/cause.ts';

/** The figure that shows cases; its settings are spelled in links as they are named. */
const LAB = 'TrainingLab';

/** The address that opens the lab at these settings, all others at their defaults. */
export function labLink(settings: LabSettings): string {
  const query = new URLSearchParams(
    Object.entries(settings).map(([name, value]) => [`${LAB}.${name}`, String(value)]),
  );
  return `?${query}#${LAB}`;
}
