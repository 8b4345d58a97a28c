import { describe, expect, test, vi } from 'vitest';
import { readDigits } from '#support/readDigits.ts';
import { useNodeBackend } from '#support/nodeBackend.ts';
import type { Backend } from '../compute/backends.ts';
import { DEFAULT_CONFIG, type TrainingConfig } from '../config.ts';
import { createTrainer } from '../trainer.ts';
import { createRace } from './client.ts';
import type { LaneReport } from './messages.ts';
import { createRaceSession } from './session.ts';

vi.setConfig({ testTimeout: 60_000 });

const digits = readDigits();
const wasm: Backend = {
  name: 'wasm',
  start: () => useNodeBackend('wasm'),
  isLost: () => false,
};
const refusing: Backend = {
  name: 'webgl',
  start: () => Promise.reject(new Error('no such thing here')),
  isLost: () => false,
};

const small = { ...DEFAULT_CONFIG, p: 3, k: 2 };
const configs: readonly TrainingConfig[] = [
  { ...small, miner: 'batch-all' },
  { ...small, miner: 'batch-hard' },
  { ...small, miner: 'semi-hard' },
];

interface Watched {
  readonly race: ReturnType<typeof createRace>;
  readonly rounds: (readonly LaneReport[])[];
  readonly failures: string[];
  readonly fallbacks: string[];
  readonly advance: (steps: number) => Promise<readonly LaneReport[]>;
}

/** A race over sessions in this very thread in place of workers. */
async function start(
  of: readonly TrainingConfig[],
  cores: number,
  backends: readonly Backend[] = [wasm],
  loadDigits = async () => digits,
): Promise<Watched> {
  const rounds: (readonly LaneReport[])[] = [];
  const failures: string[] = [];
  const fallbacks: string[] = [];
  let wake = () => {};
  const next = () =>
    new Promise<void>((resolve) => {
      wake = resolve;
    });
  const settled = next();
  const race = createRace({
    configs: of,
    digitsUrl: 'digits',
    cores,
    createWorker: (onReply) => {
      const session = createRaceSession({ post: onReply, loadDigits, backends });
      return {
        post: (request) => void Promise.resolve().then(() => session.handle(request)),
        terminate: () => {},
      };
    },
    onDownload: () => {},
    onFallback: (from, reason) => fallbacks.push(`${from}: ${reason}`),
    onReady: () => wake(),
    onRound(lanes) {
      rounds.push(lanes);
      wake();
    },
    onFailed(kind, reason) {
      failures.push(`${kind}: ${reason}`);
      wake();
    },
  });
  await settled;
  return {
    race,
    rounds,
    failures,
    fallbacks,
    async advance(steps) {
      const done = next();
      race.advance(steps);
      await done;
      return rounds.at(-1)!;
    },
  };
}

const lossesOf = (lanes: readonly LaneReport[]) =>
  lanes.map(({ steps }) => steps.map(({ loss }) => loss));

describe('a race', () => {
  test('gives each lane the numbers that it would have alone', async () => {
    const { advance } = await start(configs, 1);
    const lanes = await advance(3);
    await useNodeBackend('wasm');
    const alone: number[][] = [];
    for (const config of configs) {
      const trainer = createTrainer(config, digits);
      const losses: number[] = [];
      for (let step = 0; step < 3; step++) losses.push((await trainer.advance()).loss);
      trainer.dispose();
      alone.push(losses);
    }
    expect(lossesOf(lanes)).toEqual(alone);
  });

  test('runs the same in one worker as in one for each lane', async () => {
    const together = await start(configs, 2);
    const apart = await start(configs, 8);
    expect(together.race.workers).toBe(1);
    expect(apart.race.workers).toBe(3);
    expect(lossesOf(await apart.advance(2))).toEqual(lossesOf(await together.advance(2)));
  });

  test('keeps its lanes in step, round after round', async () => {
    const { advance } = await start(configs, 8);
    await advance(2);
    const lanes = await advance(3);
    for (const { steps } of lanes) expect(steps.map(({ step }) => step)).toEqual([3, 4, 5]);
  });

  test('goes on when one of its lanes diverges, and says which', async () => {
    const { advance } = await start([configs[0]!, { ...configs[0]!, learningRate: 1e6 }], 1);
    let out: LaneReport | undefined;
    for (let round = 0; round < 5 && !out; round++)
      out = (await advance(20)).find(({ diverged }) => diverged);
    expect(out?.diverged).toContain('the loss is');
    const [first, second] = await advance(2);
    expect(first?.steps).toHaveLength(2);
    expect(second?.steps).toHaveLength(0);
  });

  test('takes the next backend when one does not start', async () => {
    const { fallbacks, failures, advance } = await start(configs, 1, [refusing, wasm]);
    expect(fallbacks).toEqual(['webgl: no such thing here']);
    expect(failures).toEqual([]);
    expect(await advance(1)).toHaveLength(3);
  });

  test('says when no backend is left, when the digits do not come, and what settings are wrong', async () => {
    expect((await start(configs, 1, [refusing])).failures[0]).toMatch(
      /^backend: No way to compute/,
    );
    const offline = async () => {
      throw new Error('The connection failed.');
    };
    expect((await start(configs, 1, [wasm], offline)).failures).toEqual([
      'download: The connection failed.',
    ]);
    expect((await start([{ ...small, p: 99 }], 1)).failures[0]).toMatch(/^settings: p 99/);
  });
});
