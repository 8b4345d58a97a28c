import { loadDigits } from '#data/digits/loadDigits.ts';
import { browserBackends } from '../compute/browserBackends.ts';
import type { RaceRequest } from './messages.ts';
import { createRaceSession } from './session.ts';

const scope = self as unknown as DedicatedWorkerGlobalScope;

const session = createRaceSession({
  post: (reply, transfer = []) => scope.postMessage(reply, transfer),
  loadDigits,
  backends: browserBackends,
});

scope.onmessage = ({ data }: MessageEvent<RaceRequest>) => void session.handle(data);
