import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MNIST } from '#data/digits/digitSource.ts';
import { FakeClient } from '#support/fakeTraining.ts';
import { DEFAULT_CONFIG } from '../config.ts';
import { Conductor } from './conductor.ts';
import type { ReaderEvent } from './byReader.ts';
import { idleRun, isCurrent, isGoing, statusOf, stepOf } from './run.ts';

const SAVED = { network: 'mlp', height: 1, width: 1, weights: [] };
const LOST = { kind: 'worker', reason: 'The training worker broke down' } as const;
/** Answers of a promise, and what follows from them, have been taken in. */
const settled = () => new Promise((resolve) => setTimeout(resolve));

function begin() {
  const client = new FakeClient();
  const conductor = new Conductor({
    client,
    initial: idleRun(DEFAULT_CONFIG, MNIST),
    judging: 'scheduled',
    computeWith: () => ({ choice: 'wasm' }),
    changeText: () => 'changed',
    onChange: () => {},
  });
  const does = async (...events: ReaderEvent[]) => {
    for (const event of events) conductor.dispatch(event);
    await settled();
  };
  const goesOn = async (times = 1) => {
    for (let k = 0; k < times; k++) {
      client.goOn();
      await settled();
    }
  };
  const status = () => statusOf(conductor.run);
  return { client, conductor, does, goesOn, status };
}

const run: ReaderEvent = { type: 'run', id: 'a' };
const pause: ReaderEvent = { type: 'pause' };
const set = (over: Partial<typeof DEFAULT_CONFIG>): ReaderEvent => ({
  type: 'set',
  settings: { ...DEFAULT_CONFIG, ...over },
});

describe('a run that is conducted', () => {
  test('is loaded, runs, pauses and goes on', async () => {
    const { conductor, does, goesOn, status } = begin();
    expect(status()).toBe('idle');
    await does(run);
    expect(status()).toBe('loading');
    await goesOn(3);
    expect(status()).toBe('running');
    expect(stepOf(conductor.run)).toBe(2);
    await does(pause);
    await goesOn();
    expect(status()).toBe('paused');
    expect(stepOf(conductor.run)).toBe(2);
    await does(run);
    await goesOn(2);
    expect(stepOf(conductor.run)).toBe(4);
  });

  test('takes one step, and is paused then', async () => {
    const { conductor, does, goesOn, status } = begin();
    await does({ type: 'step', id: 'a' });
    await goesOn(5);
    expect(status()).toBe('paused');
    expect(stepOf(conductor.run)).toBe(1);
  });

  test('opens paused with a saved network, also in the midst of a run or after one that failed', async () => {
    const { client, conductor, does, goesOn, status } = begin();
    for (const trouble of ['none', 'running', 'failed']) {
      if (trouble !== 'none') {
        await does(run);
        await goesOn(2);
      }
      if (trouble === 'failed') {
        client.fail({ kind: 'diverged', reason: 'the loss is NaN' });
        await settled();
        expect(status()).toBe('failed');
      }
      await does({ type: 'load', saved: SAVED, settings: DEFAULT_CONFIG, id: 'b' });
      await goesOn(3);
      expect(status()).toBe('paused');
      expect(client.isMoving).toBe(false);
      expect(conductor.run.config?.weights).toBe('saved');
      await does(run);
      await goesOn();
      expect(stepOf(conductor.run)).toBe(1);
      await does(pause);
      await goesOn();
      expect(status()).toBe('paused');
    }
  });

  test('begins again with its saved network, until its settings ask for the seed', async () => {
    const { client, conductor, does, goesOn } = begin();
    await does({ type: 'load', saved: SAVED, settings: DEFAULT_CONFIG, id: 'b' });
    await goesOn();
    await does({ type: 'start-over', id: 'c' });
    await goesOn();
    await does(set({}), { type: 'start-over', id: 'd' });
    await goesOn();
    await does(set({ weights: 'saved' }), { type: 'start-over', id: 'e' });
    expect(client.setups.map(({ saved }) => saved)).toEqual([SAVED, SAVED, undefined, SAVED]);
    await does({ type: 'use-data', data: MNIST });
    expect(conductor.run.saved).toBeUndefined();
  });

  test('goes back to step 0 where it is told to, and waits there until it is to run', async () => {
    const { client, conductor, does, goesOn, status } = begin();
    await does(run);
    await goesOn(4);
    await does({ type: 'rewind', id: 'b' });
    await goesOn();
    expect(status()).toBe('paused');
    expect(client.isMoving).toBe(false);
    expect(stepOf(conductor.run)).toBe(0);
    await does(run);
    await goesOn();
    expect(stepOf(conductor.run)).toBe(1);
  });

  test('can be paused while it loads, and is paused then', async () => {
    const { does, goesOn, status, conductor } = begin();
    await does(run, pause);
    expect(isGoing(conductor.run)).toBe(false);
    await goesOn(3);
    expect(status()).toBe('paused');
    expect(stepOf(conductor.run)).toBe(0);
  });

  test('pauses when its settings are changed, and goes on under them in mid-run', async () => {
    const { conductor, does, goesOn, status } = begin();
    await does(run);
    await goesOn(2);
    await does(set({ margin: 2 }));
    await goesOn();
    expect(status()).toBe('paused');
    await conductor.change();
    await goesOn();
    expect(status()).toBe('running');
    expect(conductor.run.history.changes).toEqual([
      { step: 1, text: 'changed', settings: { margin: 2 } },
    ]);
    expect(conductor.run.collapseLoss).toBe(0.7);
  });

  test('pauses with the page, and goes on with it', async () => {
    const { does, goesOn, status } = begin();
    await does(run);
    await goesOn(2);
    await does({ type: 'hide' });
    await goesOn();
    expect(status()).toBe('paused');
    await does({ type: 'show' });
    expect(status()).toBe('running');
    await does(pause);
    await goesOn();
    await does({ type: 'hide' }, { type: 'show' });
    expect(status()).toBe('paused');
  });

  test('has got ready what it would begin with, until it is begun', async () => {
    const { client, conductor, does, goesOn } = begin();
    await does(set({ network: 'small-conv' }));
    conductor.prepare();
    expect(client.prepared).toMatchObject([{ config: { network: 'small-conv' } }]);
    await does(run);
    await goesOn();
    expect(client.setups).toEqual(client.prepared);
    conductor.prepare();
    expect(client.prepared).toHaveLength(1);
  });

  test('knows under what the embedding that is shown was trained, while another run is got ready', async () => {
    const { conductor, does, goesOn } = begin();
    await does(run);
    await goesOn(2);
    await does(pause, { type: 'place-guest', point: new Float32Array(2) });
    await does(set({ dims: 3 }), { type: 'run', id: 'b' });
    expect(conductor.run).toMatchObject({ config: { dims: 3 }, cloudConfig: { dims: 2 } });
    await goesOn();
    expect(conductor.run).toMatchObject({ config: { dims: 3 }, cloudConfig: { dims: 3 } });
    expect(conductor.run.guestPoint).toBeUndefined();
  });

  test('keeps its curves when the worker is lost, and begins again', async () => {
    const { client, conductor, does, goesOn, status } = begin();
    await does(run);
    await goesOn(3);
    client.fail(LOST);
    await settled();
    expect(status()).toBe('failed');
    expect(stepOf(conductor.run)).toBe(2);
    await does({ type: 'start-over', id: 'c' });
    await goesOn(2);
    expect(status()).toBe('running');
    expect(conductor.run.previous.steps).toHaveLength(2);
    expect(conductor.run.failure).toBeUndefined();
  });

  test('forgets everything when it is cleared', async () => {
    const { conductor, does, goesOn } = begin();
    await does(run);
    await goesOn(2);
    await does({ type: 'place-guest', point: new Float32Array(2) }, { type: 'clear' });
    const { attempt: _, orderNumber: __, ...rest } = conductor.run;
    const { attempt: ___, orderNumber: ____, ...idle } = idleRun(DEFAULT_CONFIG, MNIST);
    expect(rest).toEqual(idle);
  });
});

type Action = ReaderEvent | 'go-on' | 'go-on-with-network' | 'change' | 'lose' | 'diverge';

const action: fc.Arbitrary<Action> = fc.oneof(
  { weight: 6, arbitrary: fc.constant<Action>('go-on') },
  fc.constantFrom<Action>(
    run,
    { type: 'step', id: 's' },
    pause,
    { type: 'start-over', id: 'o' },
    { type: 'rewind', id: 'r' },
    { type: 'load', saved: SAVED, settings: DEFAULT_CONFIG, id: 'l' },
    { type: 'go-on', saved: SAVED, id: 'g' },
    set({}),
    set({ margin: 2 }),
    set({ seed: 9 }),
    { type: 'hide' },
    { type: 'show' },
    { type: 'clear' },
    { type: 'use-data', data: MNIST },
    { type: 'look-back', step: 1 },
    'change',
    'lose',
    'diverge',
  ),
);

test('whatever the reader and the worker do, the buttons tell the truth', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(action, { maxLength: 25 }), fc.boolean(), async (actions, hasty) => {
      const { client, conductor } = begin();
      for (const next of actions) {
        if (next === 'go-on') client.goOn();
        else if (next === 'change') void conductor.change();
        else if (next === 'lose') client.fail(LOST);
        else if (next === 'diverge') client.fail({ kind: 'diverged', reason: 'the loss is NaN' });
        else conductor.dispatch(next as ReaderEvent);
        if (!hasty) await settled();
        // It never trains on behind a button that says Run.
        if (client.isMoving) expect(isGoing(conductor.run)).toBe(true);
      }
      await settled();
      for (let k = 0; k < 4; k++) {
        client.goOn();
        await settled();
      }
      // Nor says Pause while nothing trains.
      expect(isGoing(conductor.run)).toBe(client.isMoving);
      expect(statusOf(conductor.run)).not.toBe('loading');
      if (isGoing(conductor.run)) expect(isCurrent(conductor.run)).toBe(true);
    }),
    { numRuns: 300 },
  );
});
