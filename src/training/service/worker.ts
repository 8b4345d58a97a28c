import { loadDigits } from '#data/digits/loadDigits.ts';
import { browserBackends } from '../compute/browserBackends.ts';
import type { Request } from './messages.ts';
import { createSession } from './session.ts';
import { createYield } from '../compute/yieldToMessages.ts';

const scope = self as unknown as DedicatedWorkerGlobalScope;

const session = createSession({
  post: (reply, transfer = []) => scope.postMessage(reply, transfer),
  loadDigits,
  backends: browserBackends,
  yieldToMessages: createYield(),
});

scope.onmessage = ({ data }: MessageEvent<Request>) => void session.handle(data);
