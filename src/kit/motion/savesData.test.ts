import { afterEach, expect, test, vi } from 'vitest';
import { savesData } from './savesData.ts';

afterEach(() => vi.unstubAllGlobals());

test.each([
  ['who asks for it', { saveData: true, effectiveType: '4g' }, true],
  ['on a slow connection', { saveData: false, effectiveType: '2g' }, true],
  ['on a fast one', { saveData: false, effectiveType: '4g' }, false],
  ['whose browser tells nothing', undefined, false],
])('a reader %s', (_, connection, saves) => {
  vi.stubGlobal('navigator', { connection });
  expect(savesData()).toBe(saves);
});
