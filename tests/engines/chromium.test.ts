import { inject } from 'vitest';
import { journeys } from './journeys.ts';
import { openChromium } from './openPuppeteer.ts';

journeys({
  name: 'Chromium',
  isThere: inject('executables').chromium !== undefined,
  can: { touch: true, print: true },
  open: openChromium,
});
