import { marginDial } from '#kit/formula/marginDial.ts';
import { formatNumber } from '#kit/figure/numberFormat.ts';
import { createPlane } from '#kit/plane/plane.ts';
import { length, type Point, scale } from '#kit/plane/point.ts';
import { choiceSetting, numberSetting, pointSetting, type Setting } from '#kit/figure/settings.ts';
import type { FigureDefinition } from '#kit/figure/useFigure.ts';
import type { Zone } from '#metric/tripletLoss.ts';
import {
  NEGATIVES,
  type NegativeName,
  type SorterQuantities,
  type SorterState,
  sorterQuantities,
} from './triplets.ts';

export const MARGIN_RANGE = { min: 0, max: 1 } as const;

/** How far from the anchor a point may be, in plain distance. */
export const REACH = 1.6;
export const plane = createPlane({ extent: REACH, size: 480 });

/** The nearest point within reach of the anchor. */
export function withinReach(point: Point): Point {
  const distance = length(point);
  return plane.clamp(distance <= REACH ? point : scale(point, REACH / distance));
}

function reachablePoint(initial: Point): Setting<Point> {
  const setting = pointSetting(initial, REACH);
  return {
    ...setting,
    expects: `two numbers joined by an underscore, a point at most ${REACH} from the anchor`,
    parse(text) {
      const point = setting.parse(text);
      // A point on the rim keeps its place, whatever the rounding.
      return point && length(point) <= REACH * (1 + 1e-9) ? point : undefined;
    },
  };
}

const ZONE_SLOTS: readonly (readonly [slot: 'easy' | 'semiHard' | 'hard', zone: Zone])[] = [
  ['easy', 'easy'],
  ['semiHard', 'semi-hard'],
  ['hard', 'hard'],
];

export const slots = ['dAP', 'dAN', 'margin', 'easy', 'semiHard', 'hard'] as const;

const terms = {
  easy: 'easy: the negative is farther than the positive by the margin or more',
  'semi-hard': 'semi-hard: the negative is farther than the positive, but not by the margin',
  hard: 'hard: the negative is at most as far as the positive',
} as const;

export const definition = {
  name: 'TripletSorter',
  settings: {
    positive: reachablePoint({ x: 0.48, y: 0.64 }),
    n1: reachablePoint({ x: -0.4, y: 0.3 }),
    n2: reachablePoint({ x: 0.42, y: -0.56 }),
    n3: reachablePoint({ x: -0.54, y: -0.72 }),
    n4: reachablePoint({ x: 0.96, y: -0.28 }),
    n5: reachablePoint({ x: -1.1, y: -0.3 }),
    n6: reachablePoint({ x: -0.6, y: 1.1 }),
    n7: reachablePoint({ x: 1.3, y: 0.6 }),
    margin: numberSetting(0.5, MARGIN_RANGE),
    squared: choiceSetting<boolean>(true, [true, false]),
    inspected: choiceSetting<NegativeName>('n3', NEGATIVES),
  },
  terms,
  dials: { margin: marginDial(MARGIN_RANGE) },
  measure: sorterQuantities,
  slotTexts(state, { dAP, triplets }): Record<(typeof slots)[number], string> {
    const { dAN, zone } = triplets[state.inspected];
    const holds = ZONE_SLOTS.map(([slot, name]) => [slot, name === zone ? 'holds' : 'no']);
    return {
      dAP: formatNumber(dAP),
      dAN: formatNumber(dAN),
      margin: formatNumber(state.margin),
      ...(Object.fromEntries(holds) as Record<'easy' | 'semiHard' | 'hard', string>),
    };
  },
  spoken(state, { triplets, counts }) {
    const { dAN, zone, loss } = triplets[state.inspected];
    return (
      `Negative ${state.inspected.slice(1)}: ${zone}, distance ${formatNumber(dAN)}, ` +
      `loss ${formatNumber(loss)}. ` +
      `${counts.hard} hard, ${counts['semi-hard']} semi-hard, ${counts.easy} easy.`
    );
  },
  csv(state, { dAP, triplets }) {
    const lines = NEGATIVES.map((name) => {
      const { dAN, zone, loss } = triplets[name];
      return [name, state[name].x, state[name].y, dAP, dAN, state.margin, zone, loss].join(',');
    });
    return ['negative,x,y,dAP,dAN,margin,zone,loss', ...lines, ''].join('\n');
  },
} as const satisfies FigureDefinition<SorterState, SorterQuantities>;
