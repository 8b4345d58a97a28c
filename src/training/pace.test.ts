import { expect, test } from 'vitest';
import { Pace } from './pace.ts';

/** How many steps are asked for in the end, of something that answers so late and takes so long a step. */
function settled(answer: number, step: number, most = Number.POSITIVE_INFINITY): number {
  const pace = new Pace();
  pace.add(1, 5000);
  for (let call = 0; call < 20; call++) {
    const steps = Math.min(pace.steps, most);
    pace.add(steps, answer + steps * step);
  }
  return pace.steps;
}

test('asks for about a frame’s steps, however late the answer comes', () => {
  for (const answer of [0.2, 100]) {
    expect(settled(answer, 0.2)).toBe(64);
    expect(settled(answer, 2)).toBe(8);
    expect(settled(answer, 60)).toBe(1);
  }
});

test('is not led on by steps that are taken one at a time whatever is asked for', () => {
  expect(settled(0, 1, 1)).toBe(2);
});
