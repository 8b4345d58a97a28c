import { describe, expect, test } from 'vitest';
import { MNIST } from '#data/digits/digitSource.ts';
import { FakeClient } from '#support/fakeTraining.ts';
import { DEFAULT_CONFIG } from '../config.ts';
import { idleRun, stepOf } from '../run/run.ts';
import { NO_RACE, type Race, raceStatus, raceStep } from './race.ts';
import { RaceConductor } from './raceConductor.ts';

const lanes = [1, 2, 3].map((seed) => idleRun({ ...DEFAULT_CONFIG, seed }, MNIST));
const settled = () => new Promise((resolve) => setTimeout(resolve));

/** A race over workers that go on only when they are told to. */
function createRace(cores: number) {
  const clients: FakeClient[] = [];
  let race: Race = NO_RACE;
  const conductor = new RaceConductor({
    cores,
    createClient() {
      const client = new FakeClient();
      clients.push(client);
      return client;
    },
    onChange: (next) => {
      race = next;
    },
  });
  const goOn = async (times: number) => {
    for (let k = 0; k < times; k++) {
      for (const client of clients) client.goOn();
      await settled();
    }
  };
  return { clients, conductor, goOn, status: () => raceStatus(race), race: () => race };
}

describe('a race', () => {
  test('has a worker for each lane where there are cores enough, or else one for all', () => {
    const many = createRace(8);
    many.conductor.begin(lanes, 40);
    expect(many.conductor.workers).toBe(3);
    const few = createRace(2);
    few.conductor.begin(lanes, 40);
    expect(few.conductor.workers).toBe(1);
  });

  test('takes the same steps in every lane, to its end', async () => {
    const { conductor, goOn, status, race } = createRace(8);
    expect(status()).toBe('idle');
    conductor.begin(lanes, 25);
    expect(status()).toBe('loading');
    await goOn(60);
    expect(race().lanes.map(stepOf)).toEqual([25, 25, 25]);
    expect(status()).toBe('finished');
  });

  test('waits for a lane that is slower', async () => {
    const { clients, conductor, goOn, race } = createRace(8);
    conductor.begin(lanes, 40);
    await goOn(1);
    for (let k = 0; k < 30; k++) {
      clients[0]!.goOn();
      await settled();
    }
    expect(race().lanes.map(stepOf)).toEqual([10, 0, 0]);
  });

  test('pauses after the round under way, and goes on', async () => {
    const { conductor, goOn, status, race } = createRace(8);
    conductor.begin(lanes, 40);
    await goOn(5);
    conductor.pause();
    await goOn(20);
    expect(status()).toBe('paused');
    expect(raceStep(race())).toBe(10);
    conductor.run();
    await goOn(80);
    expect(status()).toBe('finished');
  });

  test('goes on without a lane that diverges, whose curves are kept', async () => {
    const { clients, conductor, goOn, status, race } = createRace(8);
    conductor.begin(lanes, 30);
    await goOn(4);
    clients[1]!.fail({ kind: 'diverged', reason: 'the loss is NaN' });
    await goOn(60);
    expect(race().lanes.map(stepOf)).toEqual([30, expect.any(Number), 30]);
    expect(race().lanes[1]).toMatchObject({ phase: 'failed', failure: { kind: 'diverged' } });
    expect(stepOf(race().lanes[1]!)).toBeLessThan(10);
    expect(status()).toBe('finished');
  });

  test('is over when every lane has diverged', async () => {
    const { clients, conductor, goOn, status } = createRace(8);
    conductor.begin(lanes, 30);
    await goOn(4);
    for (const client of clients) client.fail({ kind: 'diverged', reason: 'the loss is NaN' });
    await goOn(3);
    expect(status()).toBe('finished');
  });

  test('fails with a worker, and can be begun again', async () => {
    const { clients, conductor, goOn, status, race } = createRace(8);
    conductor.begin(lanes, 30);
    await goOn(4);
    clients[2]!.fail({ kind: 'worker', reason: 'The training worker broke down' });
    await settled();
    expect(status()).toBe('failed');
    expect(race().failure?.reason).toBe('The training worker broke down');
    conductor.begin(lanes, 20);
    await goOn(60);
    expect(status()).toBe('finished');
  });

  test('that is cleared is forgotten, whatever its workers still say', async () => {
    const { conductor, goOn, status, race } = createRace(8);
    conductor.begin(lanes, 30);
    await goOn(4);
    conductor.clear();
    await goOn(4);
    expect(status()).toBe('idle');
    expect(race().lanes).toEqual([]);
  });
});
