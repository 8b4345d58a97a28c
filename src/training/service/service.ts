import type { Dataset } from '#data/dataset.ts';
import type { Backend } from '../compute/backends.ts';
import { Processor } from '../compute/processor.ts';
import { Turns } from '../compute/turns.ts';
import { validateConfig } from '../config.ts';
import { checkFit, checkSaved } from '../fits.ts';
import { once } from '../once.ts';
import type { OpenPartner } from '../partner/partner.ts';
import { reasonOf } from '../reasonOf.ts';
import type { Failure, FailureKind, Setup, Tell, TrainingService } from './contract.ts';
import type { LoadData } from './loadData.ts';
import { type HandOver, Session } from './session.ts';
import { createShelf } from './shelf.ts';
import { SpareRun } from './spareRun.ts';
import type { Workshop } from './workshop.ts';

interface ServiceOptions {
  /** In the order of trying. */
  readonly backends: readonly Backend[];
  readonly loadData: LoadData;
  yieldToMessages(): Promise<void>;
  /** What an answer hands over to the page instead of copying it; by default nothing. */
  readonly handOver?: HandOver;
  /** Asked once. */
  readonly openPartner?: OpenPartner;
}

const failure = (kind: FailureKind, error: unknown): Failure => ({
  kind,
  reason: reasonOf(error),
});

function check({ config, saved }: Setup, data: Dataset): void {
  checkFit(config, data);
  if (saved) checkSaved(saved, config, data);
}

/** The service of a worker: see TrainingService. */
export function createService({
  backends,
  loadData,
  yieldToMessages,
  handOver = (answer) => answer,
  openPartner = () => undefined,
}: ServiceOptions): TrainingService & { readonly workshop: Workshop } {
  const partnerOnce = once(openPartner);
  const workshop = {
    processor: new Processor(backends),
    turns: new Turns(),
    spare: new SpareRun(partnerOnce),
    yieldToMessages,
    openPartner: partnerOnce,
  };
  const load = createShelf(loadData);
  let sessions: Session[] = [];
  /** Counts how often all runs were ended: one that was being opened then stays closed. */
  let generation = 0;

  const start = ({ config, computeWith }: Setup, isWanted: () => boolean, tell: Tell) =>
    workshop.turns.take(async () => {
      if (isWanted())
        await workshop.processor.prepare(config.network, computeWith, (event) => void tell(event));
    });

  const beginSpare = ({ config, saved }: Setup, data: Dataset) =>
    workshop.turns.take(async () => {
      const backend = workshop.processor.current;
      if (sessions.length === 0 && backend && !saved)
        await workshop.spare.prepare({ config, data, backend });
    });

  return {
    workshop,
    async prepare(setup, tell) {
      try {
        validateConfig(setup.config);
        const [data] = await Promise.all([
          load(setup.data, () => {}),
          start(setup, () => true, tell),
        ]);
        await beginSpare(setup, data);
      } catch {
        // The run that is got ready says it, should it fail there too.
      }
    },
    async open(setup: Setup, tell: Tell) {
      const asked = generation;
      const tellOn: Tell = async (event) => {
        if (asked === generation) await tell(event);
      };
      let data: Dataset;
      try {
        validateConfig(setup.config);
      } catch (error) {
        return failure('settings', error);
      }
      // While the data come. What does not start is tried once more by the run, which tells of it.
      void start(setup, () => asked === generation, tellOn).catch(() => undefined);
      try {
        data = await load(
          setup.data,
          (progress) => void tellOn({ type: 'downloading', ...progress }),
        );
      } catch (error) {
        return failure('download', error);
      }
      try {
        check(setup, data);
      } catch (error) {
        return failure('settings', error);
      }
      const session = new Session(workshop, { setup, data }, { tell, handOver });
      if (asked !== generation) session.close();
      sessions.push(session);
      return (await session.begin()) ?? session;
    },
    closeAll() {
      generation++;
      for (const session of sessions) session.close();
      sessions = [];
    },
    measure: (network) => workshop.turns.take(() => workshop.processor.measure(network)),
  };
}
