import type { ReadReply } from './readMessages.ts';
import { readOwnData } from './readOwnData.ts';
import { splitHeldOut } from './splitHeldOut.ts';

const scope = self as unknown as DedicatedWorkerGlobalScope;

scope.onmessage = async ({ data: files }: MessageEvent<readonly File[]>) => {
  const answer = (reply: ReadReply, transfer: Transferable[] = []) =>
    scope.postMessage(reply, transfer);
  try {
    const vectors = await readOwnData(files);
    const split = splitHeldOut(vectors);
    const buffers = [split.training, split.heldOut].flatMap(({ images, labels }) => [
      images.buffer as ArrayBuffer,
      labels.buffer as ArrayBuffer,
    ]);
    answer({ type: 'read', data: { split, classes: vectors.classes } }, buffers);
  } catch (error) {
    answer({ type: 'refused', reason: error instanceof Error ? error.message : `${error}` });
  }
};
