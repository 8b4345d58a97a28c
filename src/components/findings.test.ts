import { expect, test } from 'vitest';
import race from '#islands/StrategyRace/recordedRace.json';
import collapse from '../../bench/collapse.json';
import { at, baseline, cameBack, eye, raced, runsOf, semiHardLong, staleness } from './findings.ts';

const ids = (part: 'sphere' | 'plane') => collapse[part].map(({ id }) => id);

test('batch-hard shrinks every fresh cloud, under either distance and both optimisers', () => {
  for (const part of ['sphere', 'plane'] as const)
    for (const id of ids(part))
      for (const run of runsOf(part, id)) {
        expect(at(run, 0).shrinkShare).toBeGreaterThan(0);
        expect(at(run, 50).spread).toBeLessThan(at(run, 0).spread / 3);
      }
});

test('with squared distances no run comes back, and none has its order right', () => {
  for (const part of ['sphere', 'plane'] as const)
    for (const id of ids(part).filter((each) => each.includes('squared')))
      for (const run of runsOf(part, id)) {
        expect(at(run, 1500).orderRatio).toBeLessThan(1);
        expect(at(run, 1500).spread).toBeLessThan(0.05);
      }
});

test('with plain distances on the sphere a run turns round where its order is right', () => {
  for (const id of ['sphere, plain, adam-1e-3', 'sphere, plain, adam-3e-4'])
    for (const run of runsOf('sphere', id)) {
      const end = at(run, 1500);
      expect(end.orderRatio).toBeGreaterThan(1);
      expect(end.shrinkShare).toBeLessThan(0);
      expect(end.spread).toBeGreaterThan(run.smallest.spread);
      for (const { orderRatio, shrinkShare } of run.points)
        expect(Math.sign(shrinkShare)).toBe(Math.sign(1 - orderRatio));
    }
  expect(cameBack(runsOf('sphere', 'sphere, plain, adam-1e-3'), 0.5)).toBe(3);
});

test('in the plane nothing passes, and plain gradient descent is not through in 1,500 steps', () => {
  const slow = ids('sphere').filter((id) => id.includes('sgd'));
  for (const run of [
    ...ids('plane').flatMap((id) => runsOf('plane', id)),
    ...slow.flatMap((id) => runsOf('sphere', id)),
  ])
    expect(at(run, 1500).orderRatio).toBeLessThan(1);
});

test('without a sphere no squared run grows again, and the text says how the others end', () => {
  const { squaredBack, back, plain, whole } = eye.free;
  expect(squaredBack).toBe(0);
  expect(back).toBeGreaterThan(plain / 2);
  expect(whole).toBeLessThan(back / 2);
});

test('a share of the force goes further into shrinking with squared distances', () => {
  const first = (distance: string) =>
    runsOf('sphere', `sphere, ${distance}, adam-1e-3`).map((run) => at(run, 0).shrinkShare);
  expect(Math.min(...first('squared'))).toBeGreaterThan(1.5 * Math.max(...first('plain')));
});

test('semi-hard triplets have a loss near half the margin and are all active, however it goes', () => {
  const [semiHard] = collapse.strategies.filter(({ id }) => id === 'semi-hard');
  for (const { points } of semiHard!.runs)
    for (const { step, activeShare, loss } of points.filter(
      (each) => each.step > 0 && each.step <= 400,
    )) {
      expect(activeShare, `at step ${step}`).toBe(1);
      expect(loss).toBeCloseTo(0.25, 1);
    }
});

test('choosing offline takes about as long as the hundred steps that it chooses for', () => {
  const [hundred] = collapse.staleness.filter(({ epochLength }) => epochLength === 100);
  expect(hundred!.passInSteps).toBeGreaterThan(50);
  expect(hundred!.passInSteps).toBeLessThan(200);
});

test('at the end of the race about one random triplet in seven has a loss', () => {
  const random = race.lanes.at(-1)!.activeShare.slice(-5);
  expect(random.reduce((sum, share) => sum + share / random.length, 0)).toBeCloseTo(1 / 7, 1);
});

test('what the text tells is there to be told', () => {
  for (const told of [eye, eye.squared, eye.plain, semiHardLong, staleness, raced, baseline])
    expect(JSON.stringify(told)).not.toMatch(/NaN|undefined|null/);
});

test('runs and steps that were not measured are named, and so are those that were', () => {
  expect(() => runsOf('plane', 'sphere')).toThrow('no run "sphere", only plane, squared');
  expect(() => at({ points: [] }, 3)).toThrow('no step 3');
});
