import { type ReadonlySignal, useComputed } from '@preact/signals';
import { formatNumber } from '#kit/figure/numberFormat.ts';
import { onCircle } from '#kit/plane/circle.ts';
import { DraggablePoints } from '#kit/plane/DraggablePoints.tsx';
import { CirclePlane } from './CirclePlane.tsx';
import { plane, type SoftmaxQuantities, type SoftmaxState } from './definition.ts';
import { CAPTIONS, PAIRS, PICTURES } from './pairs.ts';
import { type PlacesProps, usePlace } from './places.ts';

interface PairsPlaneProps extends PlacesProps {
  readonly quantities: ReadonlySignal<SoftmaxQuantities>;
}

/** Pictures and captions on one circle, each picture joined to its caption. */
export function PairsPlane(props: PairsPlaneProps) {
  const { state, quantities, ready } = props;
  const told = (pair: number) => () => {
    const { similarity } = quantities.value.pairs.cells[pair * PAIRS + pair]!;
    return `similarity of the pair ${formatNumber(similarity)}`;
  };
  const pictures = PICTURES.map((name, k) =>
    usePlace(props, name, {
      letter: 'u',
      subscript: `${k + 1}`,
      label: `Picture ${k + 1}`,
      letterAt: () => state.value[name],
      told: told(k),
    }),
  );
  const captions = CAPTIONS.map((name, k) =>
    usePlace(props, name, {
      letter: 'v',
      subscript: `${k + 1}`,
      label: `Caption ${k + 1}`,
      letterAt: () => state.value[name] + 180,
      told: told(k),
    }),
  );
  return (
    <CirclePlane label="Four pictures and their captions on the unit circle">
      {PICTURES.map((name, k) => (
        <Bond key={name} pair={k} state={state} />
      ))}
      <DraggablePoints plane={plane} handles={[...pictures, ...captions]} ready={ready} />
    </CirclePlane>
  );
}

interface BondProps {
  readonly pair: number;
  readonly state: ReadonlySignal<SoftmaxState>;
}

/** Joins a picture and its caption. */
function Bond({ pair, state }: BondProps) {
  const end = (name: (typeof PICTURES | typeof CAPTIONS)[number]) =>
    useComputed(() => plane.toPixels(onCircle(state.value[name])));
  const [from, to] = [end(PICTURES[pair]!), end(CAPTIONS[pair]!)];
  return (
    <line
      class="positive-pair"
      x1={useComputed(() => from.value.x)}
      y1={useComputed(() => from.value.y)}
      x2={useComputed(() => to.value.x)}
      y2={useComputed(() => to.value.y)}
    />
  );
}
