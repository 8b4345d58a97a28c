import { describe, expect, test, vi } from 'vitest';
import { MNIST } from '#data/digits/digitSource.ts';
import { FakeClient } from '#support/fakeTraining.ts';
import { DEFAULT_CONFIG } from '../config.ts';
import { idleRun } from '../run/run.ts';
import { LazyRace } from './lazyRace.ts';
import { NO_RACE, type Race, raceStatus, raceStep } from './race.ts';

const clients = vi.hoisted(() => [] as FakeClient[]);
vi.mock('../service/lazyClient.ts', () => ({
  createLazyClient: () => clients[clients.push(new FakeClient()) - 1],
}));

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

  test('says how long it still takes while it moves, and only then', async () => {
    const { lazy, status, race } = createRace();
    expect(lazy.left()).toBeUndefined();
    await lazy.begin(lanes, 10);
    const client = clients.at(-1)!;
    await vi.waitFor(() => {
      client.goOn();
      expect(raceStep(race())).toBeGreaterThan(1);
    });
    expect(lazy.left()).toBeGreaterThan(0);
    lazy.pause();
    await vi.waitFor(() => expect(status()).toBe('paused'));
    expect(lazy.left()).toBeUndefined();
  });
});
