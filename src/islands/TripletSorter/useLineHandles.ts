import { type ReadonlySignal, useComputed } from '@preact/signals';
import type { Handle } from '#kit/plane/DraggablePoints.tsx';
import { formatNumber } from '#kit/figure/numberFormat.ts';
import type { Point } from '#kit/plane/point.ts';
import { borderRow, NEGATIVE_ROW, type NumberLine } from './line.ts';
import { MARGIN_RANGE, definition, withinReach } from './definition.ts';
import {
  NEGATIVES,
  type NegativeName,
  onRay,
  type SorterQuantities,
  type SorterState,
  stateOf,
  toLossUnits,
} from './triplets.ts';

interface LineHandlesOptions {
  readonly line: NumberLine;
  readonly state: ReadonlySignal<SorterState>;
  readonly quantities: ReadonlySignal<SorterQuantities>;
  set(change: Partial<SorterState>): void;
}

/** Nearer than this to the anchor, a point on the line would lose its direction in the plane. */
const NEAREST = 0.01;
const LETTER_BELOW: Point = { x: 0, y: 23 };
const LETTER_ABOVE: Point = { x: 0, y: -23 };
/** Closer than this on the line, in pixels, two letters would run into each other. */
const LETTER_ROOM = 24;

/** Distances on the line are whole hundredths: what the reader reads is what holds, ties included. */
const toHundredths = (value: number) => Math.round(value * 100) / 100;

/** The points of the number line: the negatives on it, and below it the borders of the zones. */
export function useLineHandles(options: LineHandlesOptions): Handle[] {
  const negatives = useNegatives(options);
  return [...negatives, usePositive(options), useMargin(options)];
}

/** A point of the plane that is moved along its ray, and what is spoken of it. */
function alongRay(
  { line, state, set }: LineHandlesOptions,
  name: NegativeName | 'positive',
  row: number,
) {
  const { initial } = definition.settings[name];
  const moveTo = (distance: number) =>
    onRay(state.value[name], initial, Math.max(NEAREST, toHundredths(distance)), line.squared);
  return {
    name: `${name}-on-line`,
    home: { x: toLossUnits(Math.hypot(initial.x, initial.y), line.squared), y: row },
    value: spokenDistance(line.max),
    move: ({ x }: Point) => set({ [name]: withinReach(moveTo(x)) }),
  };
}

const spokenDistance = (max: number) => ({
  min: 0,
  max,
  text: ({ x }: Point) => `distance ${formatNumber(x)}`,
});

function useNegatives(options: LineHandlesOptions): Handle[] {
  const { line, state, quantities } = options;
  const flipped = useComputed(() => flippedLetters(line, quantities.value));
  return NEGATIVES.map(
    (name): Handle => ({
      ...alongRay(options, name, NEGATIVE_ROW),
      letter: 'n',
      subscript: name.slice(1),
      label: `Negative ${name.slice(1)} on the line`,
      position: useComputed(() => ({ x: quantities.value.triplets[name].dAN, y: NEGATIVE_ROW })),
      letterOffset: useComputed(() => (flipped.value.has(name) ? LETTER_ABOVE : LETTER_BELOW)),
      state: useComputed(() => stateOf(state.value, quantities.value, name)),
    }),
  );
}

function usePositive(options: LineHandlesOptions): Handle {
  const { line, quantities } = options;
  const row = borderRow(line);
  return {
    ...alongRay(options, 'positive', row),
    letter: 'p',
    label: 'Positive p on the line',
    position: useComputed(() => ({ x: quantities.value.dAP, y: row })),
    letterOffset: useComputed(() => ({ x: -20, y: 0 })),
  };
}

function useMargin({ line, quantities, set }: LineHandlesOptions): Handle {
  const row = borderRow(line);
  return {
    name: 'margin-on-line',
    letter: '+ m',
    label: 'Border of the margin on the line',
    home: { x: 0, y: row },
    position: useComputed(() => ({ x: quantities.value.boundary, y: row })),
    letterOffset: useComputed(() => ({ x: 28, y: 0 })),
    value: spokenDistance(line.max + MARGIN_RANGE.max),
    move({ x }) {
      const wanted = toHundredths(x - quantities.value.dAP);
      set({ margin: Math.min(MARGIN_RANGE.max, Math.max(MARGIN_RANGE.min, wanted)) });
    },
  };
}

/** The negatives whose letters stand above the line, since that of their left neighbour is below. */
function flippedLetters(line: NumberLine, { triplets }: SorterQuantities): Set<NegativeName> {
  const above = new Set<NegativeName>();
  const sorted = NEGATIVES.toSorted((a, b) => triplets[a].dAN - triplets[b].dAN);
  sorted.forEach((name, k) => {
    const left = sorted[k - 1];
    if (!left) return;
    const isClose = (triplets[name].dAN - triplets[left].dAN) * line.unit < LETTER_ROOM;
    if (isClose && !above.has(left)) above.add(name);
  });
  return above;
}
