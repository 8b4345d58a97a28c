import { expose, proxy, transfer } from 'comlink';
import { loadDigits } from '#data/digits/loadDigits.ts';
import { browserBackends } from '../compute/browserBackends.ts';
import { createYield } from '../compute/yieldToMessages.ts';
import { createFaceService, type Embedded } from './faceService.ts';
import { loadSnapshot } from './loadSnapshot.ts';

/** Where the files that the service needs are, as whole addresses. */
export interface FaceFiles {
  readonly snapshot: string;
  readonly digits: string;
}

/** Embeddings go to the page without being copied. */
const handOver = <T extends Embedded>(embedded: T): T =>
  transfer(embedded, [embedded.values.buffer]);

function open({ snapshot, digits }: FaceFiles) {
  const service = createFaceService({
    backends: browserBackends,
    loadSnapshot: () => loadSnapshot(snapshot),
    loadDigits: () => loadDigits(digits),
    rest: createYield(),
  });
  return proxy({
    ...service,
    embed: async (...asked: Parameters<typeof service.embed>) =>
      handOver(await service.embed(...asked)),
    population: async (...asked: Parameters<typeof service.population>) =>
      handOver(await service.population(...asked)),
  });
}

const faceWorker = { open };
export type FaceWorker = typeof faceWorker;

expose(faceWorker);
