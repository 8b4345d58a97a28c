import { describe, expect, test, vi } from 'vitest';
import { MNIST } from '#data/digits/digitSource.ts';
import { FakeClient } from '#support/fakeTraining.ts';
import { DEFAULT_CONFIG } from '../config.ts';
import { idleRun } from '../run/run.ts';
import { LazyRace } from './lazyRace.ts';
import { NO_RACE, type Race, raceStatus } from './race.ts';

vi.mock('../service/lazyClient.ts', () => ({ createLazyClient: () => new FakeClient() }));

const lanes = [idleRun(DEFAULT_CONFIG, MNIST)];

function createRace() {
  let race: Race = NO_RACE;
  const lazy = new LazyRace((next) => {
    race = next;
  });
  return { lazy, status: () => raceStatus(race), race: () => race };
}

describe('a race whose conductor is fetched with the first one', () => {
  test('is awaited, then begun, and says how many workers train', async () => {
    const { lazy, status, race } = createRace();
    const begun = lazy.begin(lanes, 10);
    expect(status()).toBe('loading');
    expect(await begun).toBe(1);
    expect(race().lanes).toHaveLength(1);
    expect(race().length).toBe(10);
  });

  test('does not begin when it was cleared in the meantime', async () => {
    const { lazy, status, race } = createRace();
    const begun = lazy.begin(lanes, 10);
    lazy.clear();
    expect(await begun).toBeUndefined();
    expect(status()).toBe('idle');
    expect(race().lanes).toEqual([]);
  });

  test('of two that are begun at once is the second', async () => {
    const { lazy, race } = createRace();
    const both = [lazy.begin(lanes, 10), lazy.begin([...lanes, ...lanes], 20)];
    expect(await Promise.all(both)).toEqual([undefined, expect.any(Number)]);
    expect(race().length).toBe(20);
  });
});
