import type { Signal } from '@preact/signals';

/** Does what may be refused. Whoever reads `problem` is told why it was: `refusal` opens the sentence. */
export async function attempt(
  problem: Signal<string>,
  refusal: string,
  work: () => void | Promise<void>,
): Promise<void> {
  try {
    await work();
    problem.value = '';
  } catch (error) {
    problem.value = `${refusal}: ${error instanceof Error ? error.message : error}.`;
  }
}
