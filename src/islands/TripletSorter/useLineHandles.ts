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
export function useLineHandles({ line, state, quantities, set }: LineHandlesOptions): Handle[] {
  const { squared } = line;
  const flipped = useComputed(() => flippedLetters(line, quantities.value));
  const homeDistance = (point: Point) => toLossUnits(Math.hypot(point.x, point.y), squared);
  const spoken = { min: 0, max: line.max, text: ({ x }: Point) => `distance ${formatNumber(x)}` };
  const moveAlongRay = (name: NegativeName | 'positive', distance: number) =>
    set({
      [name]: withinReach(
        onRay(
          state.value[name],
          definition.settings[name].initial,
          Math.max(NEAREST, toHundredths(distance)),
          squared,
        ),
      ),
    });

  const negatives = NEGATIVES.map((name): Handle => {
    const initial = definition.settings[name].initial;
    return {
      name: `${name}-on-line`,
      letter: 'n',
      subscript: name.slice(1),
      label: `Negative ${name.slice(1)} on the line`,
      home: { x: homeDistance(initial), y: NEGATIVE_ROW },
      position: useComputed(() => ({ x: quantities.value.triplets[name].dAN, y: NEGATIVE_ROW })),
      letterOffset: useComputed(() => (flipped.value.has(name) ? LETTER_ABOVE : LETTER_BELOW)),
      state: useComputed(() => {
        const { zone } = quantities.value.triplets[name];
        return state.value.inspected === name ? `${zone} inspected` : zone;
      }),
      value: spoken,
      move: ({ x }) => moveAlongRay(name, x),
    };
  });
  const row = borderRow(line);
  const positive: Handle = {
    name: 'positive-on-line',
    letter: 'p',
    label: 'Positive p on the line',
    home: { x: homeDistance(definition.settings.positive.initial), y: row },
    position: useComputed(() => ({ x: quantities.value.dAP, y: row })),
    letterOffset: useComputed(() => ({ x: -20, y: 0 })),
    value: spoken,
    move: ({ x }) => moveAlongRay('positive', x),
  };
  const margin: Handle = {
    name: 'margin-on-line',
    letter: '+ m',
    label: 'Border of the margin on the line',
    home: { x: 0, y: row },
    position: useComputed(() => ({ x: quantities.value.boundary, y: row })),
    letterOffset: useComputed(() => ({ x: 28, y: 0 })),
    value: { ...spoken, max: line.max + MARGIN_RANGE.max },
    move({ x }) {
      const wanted = toHundredths(x - quantities.value.dAP);
      set({ margin: Math.min(MARGIN_RANGE.max, Math.max(MARGIN_RANGE.min, wanted)) });
    },
  };
  return [...negatives, positive, margin];
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
