import { loadDigits } from '../data/loadDigits.ts';
import { browserBackends } from './browserBackends.ts';
import type { Request } from './messages.ts';
import { createSession } from './session.ts';

const scope = self as unknown as DedicatedWorkerGlobalScope;

/** A task of its own, without the delay that timers have. */
const channel = new MessageChannel();
const yieldToMessages = () =>
  new Promise<void>((resolve) => {
    channel.port1.onmessage = () => resolve();
    channel.port2.postMessage(undefined);
  });

const session = createSession({
  post: (reply, transfer = []) => scope.postMessage(reply, transfer),
  loadDigits,
  backends: browserBackends,
  yieldToMessages,
});

scope.onmessage = ({ data }: MessageEvent<Request>) => void session.handle(data);
