import { expose, proxy, transfer } from 'comlink';
import { browserBackends } from '../compute/browserBackends.ts';
import { createYield } from '../compute/yieldToMessages.ts';
import { openPartner } from '../partner/openPartner.ts';
import { isFailure, type SessionEvent, type Setup } from './contract.ts';
import { createLoadData } from './loadData.ts';
import { createService } from './service.ts';

const yieldToMessages = createYield();
const { workshop, ...service } = createService({
  backends: browserBackends,
  loadData: createLoadData(yieldToMessages),
  yieldToMessages,
  handOver: transfer,
  openPartner,
});

const offered = {
  ...service,
  async open(setup: Setup, tell: (event: SessionEvent) => unknown) {
    const opened = await service.open(setup, async (event, buffers = []) =>
      tell(transfer(event, buffers)),
    );
    return isFailure(opened) ? opened : proxy(opened);
  },
  /** What the chapter on faces asks for, in the same worker: fetched when it is first asked. */
  async openFaces() {
    const { openFaces } = await import('../faces/openFaces.ts');
    return proxy(openFaces(workshop));
  },
  /** Answered at once, so that the page knows that the worker lives. */
  ping: () => {},
};
export type Offered = typeof offered;

expose(offered);
