import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { askOnce } from './askOnce.ts';

const folder = mkdtempSync(join(tmpdir(), 'ask-once-'));

afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('what was in vain is asked once, in whatever folder that is noted', () => {
  const note = join(folder, 'new', 'note');
  let asked = 0;
  for (let time = 0; time < 3; time++) askOnce(note, () => asked++);
  expect(asked).toBe(1);
});
