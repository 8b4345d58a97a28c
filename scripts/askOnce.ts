import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** Does something that may be in vain, and notes in a file that it need not be tried again. */
export function askOnce(note: string, ask: () => void): void {
  if (existsSync(note)) return;
  ask();
  mkdirSync(dirname(note), { recursive: true });
  writeFileSync(note, '');
}
