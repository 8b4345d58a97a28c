import { expose, proxy, transfer } from 'comlink';
import { browserBackends } from '../compute/browserBackends.ts';
import { createYield } from '../compute/yieldToMessages.ts';
import { openPartner } from '../partner/openPartner.ts';
import { isFailure, type SessionEvent, type Setup, type Tell } from './contract.ts';
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

/** What the page offers to be told by. */
type PageTell = (event: SessionEvent) => unknown;

const handingOver =
  (tell: PageTell): Tell =>
  async (event, buffers = []) =>
    tell(transfer(event, buffers));

const offered = {
  ...service,
  prepare: (setup: Setup, tell: PageTell) => service.prepare(setup, handingOver(tell)),
  async open(setup: Setup, tell: PageTell) {
    const opened = await service.open(setup, handingOver(tell));
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
