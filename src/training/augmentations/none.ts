import type { AugmentationEntry } from './entry.ts';

/** Images as they are. */
export const none = {
  name: 'none',
  label: 'as they are',
  about: 'Each image comes as it is.',
  parameters: {},
  needsImages: false,
  create: () => ({ draw: () => ({}), apply: () => {} }),
  pytorch: () => ({ definition: '', apply: (images) => images }),
} as const satisfies AugmentationEntry;
