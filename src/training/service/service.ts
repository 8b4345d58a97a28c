import type { Dataset } from '#data/dataset.ts';
import type { DataReference } from '#data/sources/registry.ts';
import type { Backend } from '../compute/backends.ts';
import { Processor } from '../compute/processor.ts';
import { Turns } from '../compute/turns.ts';
import { validateConfig } from '../config.ts';
import { checkFit, checkSaved } from '../fits.ts';
import type { Partner } from '../partner/partner.ts';
import { reasonOf } from '../reasonOf.ts';
import type { Failure, FailureKind, Setup, Tell, TrainingService } from './contract.ts';
import type { LoadData } from './loadData.ts';
import { type HandOver, Session } from './session.ts';
import type { Workshop } from './workshop.ts';

interface ServiceOptions {
  /** In the order of trying. */
  readonly backends: readonly Backend[];
  readonly loadData: LoadData;
  yieldToMessages(): Promise<void>;
  /** What an answer hands over to the page instead of copying it; by default nothing. */
  readonly handOver?: HandOver;
  /** Opens a partner, or says that there is none to be had; asked once. */
  readonly openPartner?: () => Partner | undefined;
}

const failure = (kind: FailureKind, error: unknown): Failure => ({
  kind,
  reason: reasonOf(error),
});

/** Data sets by reference, each loaded once. */
function createShelf(load: LoadData): LoadData {
  const kept = new Map<string, Dataset>();
  const nameOf = (reference: DataReference) =>
    reference.source === 'own' ? `own ${reference.id}` : reference.source;
  return async (reference, onProgress) => {
    const name = nameOf(reference);
    const data = kept.get(name) ?? (await load(reference, onProgress));
    kept.set(name, data);
    return data;
  };
}

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
  let partner: { readonly opened: Partner | undefined } | undefined;
  const workshop = {
    processor: new Processor(backends),
    turns: new Turns(),
    yieldToMessages,
    openPartner() {
      partner ??= { opened: openPartner() };
      return partner.opened;
    },
  };
  const load = createShelf(loadData);
  let sessions: Session[] = [];
  /** Counts how often all runs were ended: one that was being opened then stays closed. */
  let generation = 0;

  return {
    workshop,
    async open(setup: Setup, tell: Tell) {
      const asked = generation;
      let data: Dataset;
      try {
        validateConfig(setup.config);
      } catch (error) {
        return failure('settings', error);
      }
      try {
        data = await load(setup.data, (progress) => {
          if (asked === generation) void tell({ type: 'downloading', ...progress });
        });
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
