import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { length, type Point } from '#kit/plane/point.ts';
import { initialState, readState, writeState } from '#kit/figure/urlState.ts';
import { tripletLoss, zoneOf } from '#metric/tripletLoss.ts';
import { definition, REACH, withinReach } from './definition.ts';
import { NEGATIVES, onRay, type SorterState, settle, sorterQuantities } from './triplets.ts';

const start: SorterState = initialState<SorterState>(definition.settings);
const measured = sorterQuantities(start);

/** The state with plain distances and these on one line: p and the first negative. */
const onLine = (dAP: number, dAN: number, margin: number): SorterState => ({
  ...start,
  squared: false,
  margin,
  positive: onRay(start.positive, start.positive, dAP, false),
  n1: onRay(start.n1, start.n1, dAN, false),
});

const hundredths = (most: number) => fc.integer({ min: 1, max: most }).map((k) => k / 100);

describe('the triplets of one anchor', () => {
  test('are sorted and counted as src/metric has it', () => {
    const { triplets, counts, dAP, boundary } = sorterQuantities(start);
    for (const name of NEGATIVES) {
      const { x, y } = start[name];
      const { positive, margin, squared } = start;
      const expected = tripletLoss([0, 0], [positive.x, positive.y], [x, y], { margin, squared });
      expect(triplets[name]).toEqual({
        name,
        dAN: expected.dAN,
        zone: expected.zone,
        loss: expected.loss,
      });
      expect(zoneOf(dAP, expected.dAN, margin)).toBe(expected.zone);
    }
    expect(boundary).toBe(dAP + start.margin);
    expect(counts).toEqual({ easy: 3, 'semi-hard': 2, hard: 2 });
  });

  test('have a mean loss over those that are not zero, and an active share', () => {
    const { triplets, meanLoss, activeShare } = sorterQuantities(start);
    const losses = NEGATIVES.map((name) => triplets[name].loss).filter((loss) => loss > 0);
    expect(losses).toHaveLength(4);
    expect(meanLoss).toBeCloseTo(losses.reduce((a, b) => a + b) / losses.length, 12);
    expect(activeShare).toBe(4 / 7);
  });

  test('have mean loss 0 when every one is easy', () => {
    const state = { ...start, margin: 0, positive: { x: 0.01, y: 0 } };
    const { meanLoss, activeShare, counts } = sorterQuantities(state);
    expect({ meanLoss, activeShare, easy: counts.easy }).toEqual({
      meanLoss: 0,
      activeShare: 0,
      easy: 7,
    });
  });
});

describe('a point set on the line', () => {
  test('keeps its direction from the anchor', () => {
    const moved = onRay({ x: 0.3, y: -0.4 }, { x: 1, y: 0 }, 0.25, true);
    expect(moved.x).toBeCloseTo(0.3, 12);
    expect(moved.y).toBeCloseTo(-0.4, 12);
  });

  test('takes the direction of its first place when it has none', () => {
    const moved = onRay({ x: 0, y: 0 }, { x: 0, y: 2 }, 1, false);
    expect(moved).toEqual({ x: 0, y: 1 });
  });
});

describe('a border', () => {
  test('at d_ap + m belongs to easy, whatever the rounding', () => {
    // 0.70 - 0.40 is less than 0.30 in floating point.
    expect(sorterQuantities(settle(onLine(0.4, 0.7, 0.3))).triplets.n1).toMatchObject({
      zone: 'easy',
      loss: 0,
    });
  });

  test('at d_ap belongs to hard, with a loss of the margin', () => {
    const { zone, loss } = sorterQuantities(settle(onLine(0.4, 0.4, 0.3))).triplets.n1;
    expect(zone).toBe('hard');
    expect(loss).toBeCloseTo(0.3, 10);
  });

  test('is closed for every distance and margin that the line can show', () => {
    fc.assert(
      fc.property(hundredths(60), hundredths(100), fc.boolean(), (dAP, margin, squared) => {
        const p = onRay(start.positive, start.positive, dAP, squared);
        const zoneAt = (dAN: number) =>
          sorterQuantities(
            settle({
              ...start,
              squared,
              margin,
              positive: p,
              n1: onRay(start.n1, p, dAN, squared),
            }),
          ).triplets.n1.zone;
        expect(zoneAt((dAP * 100 + margin * 100) / 100)).toBe('easy');
        expect(zoneAt(dAP)).toBe('hard');
        if (margin > 0.01) {
          expect(zoneAt(dAP + margin - 0.01)).toBe('semi-hard');
          expect(zoneAt(dAP + 0.01)).toBe('semi-hard');
        }
      }),
    );
  });

  test('of a margin of 0 belongs to easy, since its loss is 0', () => {
    expect(sorterQuantities(settle(onLine(0.4, 0.4, 0))).triplets.n1.zone).toBe('easy');
  });

  test('leaves alone what does not stand on it', () => {
    expect(settle(start)).toBe(start);
  });
});

describe('the figure', () => {
  test('starts with each zone taken and no negative on a border', () => {
    expect(start.inspected).toBe('n3');
    expect(sorterQuantities(start).triplets.n3.zone).toBe('semi-hard');
  });

  test('says which of the three inequalities holds', () => {
    expect(definition.slotTexts(start, measured)).toEqual({
      dAP: '0.64',
      dAN: '0.81',
      margin: '0.50',
      easy: 'no',
      semiHard: 'holds',
      hard: 'no',
    });
  });

  test('speaks of the inspected negative and the counts', () => {
    expect(definition.spoken(start, measured)).toBe(
      'Negative 3: semi-hard, distance 0.81, loss 0.33. 2 hard, 2 semi-hard, 3 easy.',
    );
  });

  test('inspects the chosen triplet', () => {
    const { points } = sorterQuantities({ ...start, inspected: 'n7' }).inspected;
    expect(points.map(({ name }) => name)).toEqual(['a', 'p', 'n7']);
    expect(points[2]!.at).toEqual(start.n7);
  });

  test('survives its address exactly, on the rim too', () => {
    const angle = fc.double({ min: 0, max: 6.28, noNaN: true });
    const point = fc
      .tuple(angle, fc.double({ min: 0, max: 3, noNaN: true }))
      .map(([t, r]): Point => withinReach({ x: r * Math.cos(t) + 0, y: r * Math.sin(t) + 0 }));
    fc.assert(
      fc.property(point, point, (n1, positive) => {
        const state = { ...start, n1, positive };
        const address = writeState('https://a.test/', definition.name, definition.settings, state);
        const read = readState(new URL(address).searchParams, definition.name, definition.settings);
        expect(read).toEqual({ state, problems: [] });
      }),
    );
  });

  test('tells all its triplets as a table', () => {
    const [head, ...lines] = definition.csv(start, measured).trimEnd().split('\n');
    expect(head).toBe('negative,x,y,dAP,dAN,margin,zone,loss');
    expect(lines).toHaveLength(7);
    expect(lines[2]).toMatch(/^n3,-0\.54,-0\.72,.*,semi-hard,0\.3/);
  });

  test('refuses a point out of reach', () => {
    expect(definition.settings.n1.parse('1.5_1.5')).toBeUndefined();
    expect(length(withinReach({ x: 3, y: 4 }))).toBeCloseTo(REACH, 12);
  });
});
