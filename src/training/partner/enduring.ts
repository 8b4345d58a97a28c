import { createHalf } from './half.ts';
import type { Partner } from './partner.ts';

/**
 * A partner that may be lost (its worker ends, or never starts): from then on its work is done here,
 * to the same numbers. What was under way is done again.
 */
export function enduring(partner: Partner): Partner {
  let current = partner;
  let asked: Parameters<Partner['forward']> | undefined;

  async function unlessLost<T>(work: () => Promise<T>, again: () => Promise<T>): Promise<T> {
    if (current !== partner) return work();
    try {
      return await work();
    } catch {
      current = createHalf();
      return again();
    }
  }

  return {
    forward(...question) {
      asked = question;
      const forward = () => current.forward(...question);
      return unlessLost(forward, forward);
    },
    backward: (gradient) =>
      unlessLost(
        () => current.backward(gradient),
        async () => {
          await current.forward(...asked!);
          return current.backward(gradient);
        },
      ),
  };
}
