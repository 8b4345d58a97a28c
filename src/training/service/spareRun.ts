import type { Dataset } from '#data/dataset.ts';
import type { Backend } from '../compute/backends.ts';
import { differences, type TrainingConfig } from '../config.ts';
import type { OpenPartner } from '../partner/partner.ts';
import type { Picture } from './contract.ts';
import { PacedRun } from './pacedRun.ts';

/** Steps that nobody sees: the engine then has compiled what the reader's run begins with. */
const REHEARSED = 3;

/** What a run is begun with. */
interface Beginning {
  readonly config: TrainingConfig;
  readonly data: Dataset;
  readonly backend: Backend;
}

/** A run at step 0, and its picture where that takes little. */
export interface Begun {
  readonly run: PacedRun;
  readonly picture: Picture | undefined;
}

const isSame = (a: Beginning, b: Beginning) =>
  a.data === b.data && a.backend === b.backend && differences(a.config, b.config).length === 0;

async function rehearse({ config, data }: Beginning, openPartner: OpenPartner): Promise<void> {
  const run = new PacedRun(config, data, undefined, openPartner);
  try {
    for (let step = 0; step < REHEARSED; step++) await run.step();
  } finally {
    run.trainer.dispose();
  }
}

/** A run that is begun before anyone asks for it, on the backend that is current then. */
export class SpareRun {
  readonly #openPartner: OpenPartner;
  #kept: (Beginning & Begun) | undefined;

  constructor(openPartner: OpenPartner) {
    this.#openPartner = openPartner;
  }

  /** Begins it, in the place of one that there was. Rejects as a trainer does. */
  async prepare(beginning: Beginning): Promise<void> {
    if (this.#kept && isSame(this.#kept, beginning)) return;
    this.#drop();
    await rehearse(beginning, this.#openPartner);
    const { config, data } = beginning;
    const run = new PacedRun(config, data, undefined, this.#openPartner);
    this.#kept = { ...beginning, run, picture: await run.firstPicture() };
  }

  /** The run, where it is begun with just this; another one is no use any more. */
  take(beginning: Beginning): Begun | undefined {
    const kept = this.#kept;
    if (kept && isSame(kept, beginning)) {
      this.#kept = undefined;
      return kept;
    }
    this.#drop();
    return undefined;
  }

  #drop(): void {
    const dropped = this.#kept;
    this.#kept = undefined;
    try {
      dropped?.run.trainer.dispose();
    } catch {
      // A backend that has failed holds nothing that could still be freed.
    }
  }
}
