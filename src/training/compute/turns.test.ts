import { expect, test } from 'vitest';
import { Turns } from './turns.ts';

test('work is done one piece after another, in the order of asking', async () => {
  const turns = new Turns();
  const done: string[] = [];
  const slow = turns.take(async () => {
    await new Promise((resolve) => setTimeout(resolve, 5));
    done.push('slow');
  });
  const quick = turns.take(async () => done.push('quick'));
  await Promise.all([slow, quick]);
  expect(done).toEqual(['slow', 'quick']);
});

test('work that fails is told to whoever asked for it, and holds up nobody', async () => {
  const turns = new Turns();
  const failing = turns.take(() => Promise.reject(new Error('no')));
  const next = turns.take(async () => 'done');
  await expect(failing).rejects.toThrow('no');
  await expect(next).resolves.toBe('done');
});
