import { inject } from 'vitest';
import { journeys } from './journeys.ts';
import { openWebKit } from './openWebKit.ts';

journeys({
  name: 'WebKit',
  isThere: inject('webkitUrl') !== undefined,
  can: { touch: false, print: false },
  open: openWebKit,
});
