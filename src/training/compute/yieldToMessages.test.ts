import { expect, test } from 'vitest';
import { createYield } from './yieldToMessages.ts';

test('everyone who waits at the same time goes on, in the order of waiting', async () => {
  const yieldToMessages = createYield();
  const order: string[] = [];
  await Promise.all(
    ['first', 'second', 'third'].map(async (name) => {
      await yieldToMessages();
      order.push(name);
    }),
  );
  expect(order).toEqual(['first', 'second', 'third']);
}, 5000);
