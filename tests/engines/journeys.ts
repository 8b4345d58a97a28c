import { afterAll, beforeAll, describe } from 'vitest';
import { type Abilities, readingJourneys } from './journeys/reading.ts';
import { trainingJourneys } from './journeys/training.ts';
import type { Tab } from './tab.ts';

interface Engine {
  readonly name: string;
  readonly isThere: boolean;
  readonly can: Abilities;
  readonly open: () => Promise<Tab>;
}

/** The same journeys in every engine; where it is not to be had they are skipped. */
export function journeys({ name, isThere, can, open }: Engine): void {
  describe.skipIf(!isThere)(`in ${name}`, () => {
    let tab: Tab;
    beforeAll(async () => {
      tab = await open();
    });
    afterAll(() => tab?.close());
    readingJourneys(() => tab, can);
    trainingJourneys(() => tab);
  });
}
