import { inject } from 'vitest';
import { journeys } from './journeys.ts';
import { openFirefox } from './openPuppeteer.ts';

journeys({
  name: 'Firefox',
  isThere: inject('executables').firefox !== undefined,
  can: { touch: true, print: true },
  open: openFirefox,
});
