import { MNIST } from '#data/digits/digitSource.ts';
import type { Lab } from '../run/lab.ts';
import { runName, thinHistory } from './pastRun.ts';
import { StoreError } from './database.ts';
import { runs } from './runs.ts';

/** Remembers the lab's run as it is now. The sentence to show when that fails, or ''. */
export async function keepRun(lab: Lab): Promise<string> {
  const config = lab.lastConfig.value;
  const embedding = lab.embedding.value;
  const labels = lab.heldOut.value?.labels;
  if (!config || !embedding || !labels) return '';
  try {
    await runs.save({
      id: lab.runId.value,
      name: runName({
        config: lab.firstConfig.value ?? config,
        changes: lab.history.value.changes,
        ownFile: lab.data.value === MNIST ? undefined : lab.data.value.title.split(':')[0],
      }),
      savedAt: Date.now(),
      config,
      history: thinHistory(lab.history.value),
      embedding,
      labels,
    });
    return '';
  } catch (error) {
    if (error instanceof StoreError) return error.message;
    throw error;
  }
}
