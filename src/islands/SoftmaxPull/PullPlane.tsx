import { type ReadonlySignal, useComputed } from '@preact/signals';
import { formatNumber } from '#kit/figure/numberFormat.ts';
import { Arrow } from '#kit/plane/Arrow.tsx';
import { onCircle } from '#kit/plane/circle.ts';
import { DraggablePoints, type Handle } from '#kit/plane/DraggablePoints.tsx';
import { CirclePlane } from './CirclePlane.tsx';
import { plane, type SoftmaxQuantities } from './definition.ts';
import { type PlacesProps, usePlace } from './places.ts';
import { NEGATIVES, type OtherName, POSITIVES, type PullPointName } from './pull.ts';

/** What an arrow of weight 1 is long, in radii. */
const FORCE_SCALE = 0.7;
const NO_FORCE = { x: 0, y: 0 };
/** Letters stand outside the circle, turned so far from the anchor that an arrow passes by them. */
const ASIDE = 35;

interface PullPlaneProps extends PlacesProps {
  readonly quantities: ReadonlySignal<SoftmaxQuantities>;
}

/** The anchor among its positives and negatives, and what pulls and pushes them. */
export function PullPlane(props: PullPlaneProps) {
  const { state, quantities, ready } = props;
  const isSupervised = useComputed(() => state.value.kind === 'supcon');
  const anchor = usePlace(props, 'anchor', {
    letter: 'a',
    label: 'Anchor a',
    letterAt: () => state.value.anchor,
    told: () => `${formatNumber(state.value.anchor, 0)}°`,
  });
  const other = useOthers(props);
  const [positive, second] = POSITIVES.map(other);
  const negatives = NEGATIVES.map(other);
  const handles = [anchor, positive!, ...(isSupervised.value ? [second!] : []), ...negatives];
  const forces = (['anchor', ...POSITIVES, ...NEGATIVES] as const).map((name) => (
    <Force key={name} name={name} state={state} quantities={quantities} />
  ));
  return (
    <CirclePlane label="An anchor, its positive and five negatives on the unit circle">
      {forces}
      <DraggablePoints key={handles.length} plane={plane} handles={handles} ready={ready} />
    </CirclePlane>
  );
}

/** How a positive or a negative is handled. */
function useOthers(props: PullPlaneProps) {
  const { state, quantities } = props;
  const found = (name: OtherName) => quantities.value.pull.others.find((o) => o.name === name);
  return (name: OtherName): Handle => {
    const isPositive = name.startsWith('positive');
    const number = /\d/.exec(name)?.[0];
    const word = isPositive ? 'Positive' : 'Negative';
    return usePlace(props, name, {
      letter: isPositive ? 'p' : 'n',
      ...(number && { subscript: number }),
      label: `${word} ${isPositive ? 'p' : 'n'}${number ?? ''}`,
      mark: isPositive ? 'positive' : 'negative',
      data: useComputed(() => ((found(name)?.slope ?? 0) === 0 ? 'idle' : '')),
      letterAt() {
        const { anchor, [name]: place } = state.value;
        const turned = (((place - anchor) % 360) + 540) % 360;
        return place + (turned < 180 ? -ASIDE : ASIDE);
      },
      told() {
        const { similarity, share } = found(name) ?? {};
        if (similarity === undefined || share === undefined) return 'has no part in this loss';
        return `similarity ${formatNumber(similarity)}, share ${formatNumber(share)}`;
      },
    });
  };
}

interface ForceProps extends Pick<PullPlaneProps, 'state' | 'quantities'> {
  readonly name: PullPointName;
}

/** What the loss does to one point: of a positive or negative as long as its weight. */
function Force({ name, state, quantities }: ForceProps) {
  return (
    <g class={`force force-${name.replace(/\d/, '')}`}>
      <Arrow
        name={name.replace(/\d/, '-$&')}
        plane={plane}
        from={useComputed(() => onCircle(state.value[name]))}
        force={useComputed(() => quantities.value.pull.forces[name] ?? NO_FORCE)}
        forceScale={FORCE_SCALE}
      />
    </g>
  );
}
