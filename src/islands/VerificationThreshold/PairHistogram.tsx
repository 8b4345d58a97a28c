import { type ReadonlySignal, type Signal, useComputed } from '@preact/signals';
import { DraggablePoints } from '#kit/plane/DraggablePoints.tsx';
import { BINS, EXAMPLE_BINS } from '#metric/evaluation/verificationSummary.ts';
import { BarPointer } from './BarPointer.tsx';
import { GuessedLines } from './GuessedLines.tsx';
import type { GuessedThreshold } from './useThresholdGuess.ts';
import {
  formatDistance,
  kindsOf,
  type ThresholdQuantities,
  type ThresholdState,
  thresholdOfBins,
} from './definition.ts';
import {
  AXIS_SIZE,
  BASELINE,
  createDistanceAxis,
  type DistanceAxis,
  HANDLE_Y,
  TOP,
} from './distanceAxis.ts';

/** How far distances reach before they are measured. */
const ENDS = { raw: 0.6, sphere: 2 } as const;
/** Bins in a bar. */
const WIDTH = BINS / EXAMPLE_BINS;

interface PairHistogramProps {
  readonly state: ReadonlySignal<ThresholdState>;
  readonly quantities: ReadonlySignal<ThresholdQuantities | undefined>;
  /** The bar whose pairs are shown. */
  readonly bar: Signal<number | undefined>;
  readonly guessed: ReadonlySignal<GuessedThreshold | undefined>;
  readonly ready: ReadonlySignal<boolean>;
  set(change: Partial<ThresholdState>): void;
}

/** How far apart pictures of one person are, and of two, with the threshold between. */
export function PairHistogram(props: PairHistogramProps) {
  const { state, quantities } = props;
  const end = useComputed(
    () => quantities.value?.test.end ?? ENDS[state.value.source === 'raw' ? 'raw' : 'sphere'],
  );
  return (
    // biome-ignore lint/a11y/useSemanticElements: an SVG drawing is no fieldset.
    <svg
      class="plane histogram"
      data-drawing
      viewBox={`0 0 ${AXIS_SIZE.width} ${AXIS_SIZE.height}`}
      role="group"
      aria-label="Distances of genuine and of impostor pairs, and the threshold"
    >
      <Distances key={end.value} axis={createDistanceAxis(end.value)} {...props} />
    </svg>
  );
}

interface DistancesProps extends PairHistogramProps {
  readonly axis: DistanceAxis;
}

/** Everything on one axis of distances. */
function Distances({ axis, state, quantities, bar, guessed, ready, set }: DistancesProps) {
  const accepted = useComputed(() => quantities.value?.accepted ?? 0);
  const threshold = useComputed(() =>
    quantities.value
      ? thresholdOfBins(accepted.value, quantities.value.test)
      : state.value.threshold,
  );
  return (
    <>
      <PointedBar axis={axis} bar={bar} />
      <Bars axis={axis} quantities={quantities} />
      <Labels axis={axis} state={state} />
      <GuessedLines axis={axis} guessed={guessed} />
      <BarPointer
        axis={axis}
        bar={bar}
        from={useComputed(() => Math.floor(accepted.value / WIDTH))}
        countsOf={(at) => countsInWords(at, state.value, quantities.value)}
        ready={ready}
      />
      <Threshold axis={axis} threshold={threshold} ready={ready} set={set} />
    </>
  );
}

/** The bar whose pairs are shown, behind both histograms. */
function PointedBar({ axis, bar }: Pick<DistancesProps, 'axis' | 'bar'>) {
  return (
    <rect
      class="pointed-bar"
      visibility={useComputed(() => (bar.value === undefined ? 'hidden' : 'inherit'))}
      x={useComputed(() => axis.toX(((bar.value ?? 0) * axis.end) / EXAMPLE_BINS))}
      y={TOP}
      width={axis.toX(axis.end / EXAMPLE_BINS) - axis.toX(0)}
      height={BASELINE - TOP}
    />
  );
}

const ofBar = (counts: readonly number[], bar: number): number =>
  counts.slice(bar * WIDTH, (bar + 1) * WIDTH).reduce((sum, count) => sum + count, 0);

/** Whose pairs a bar holds, for those who do not see how high it is. */
function countsInWords(
  bar: number,
  { source }: ThresholdState,
  quantities: ThresholdQuantities | undefined,
): string {
  if (!quantities) return 'not measured yet';
  const { one, two } = kindsOf(source);
  const { genuine, impostor } = quantities.test;
  return `${ofBar(genuine, bar)} pairs of ${one}, ${ofBar(impostor, bar)} of ${two}`;
}

/** The outline of one kind's bars between two bins, each bar as high as its share of all pairs. */
function outline(counts: readonly number[], axis: DistanceAxis, from: number, to: number): string {
  const all = counts.reduce((sum, count) => sum + count, 0);
  const bars = Array.from({ length: EXAMPLE_BINS }, (_, bar) => ofBar(counts, bar));
  const highest = Math.max(...bars) / all;
  const scale = (BASELINE - TOP) / Math.max(highest, 0.12);
  const at = (bin: number) => axis.toX((bin * axis.end) / BINS);
  let path = '';
  for (let bar = 0; bar < EXAMPLE_BINS; bar++) {
    const [left, right] = [Math.max(from, bar * WIDTH), Math.min(to, (bar + 1) * WIDTH)];
    if (left >= right || bars[bar] === 0) continue;
    const top = BASELINE - (bars[bar]! / all) * scale;
    path += `M${at(left).toFixed(1)},${BASELINE}V${top.toFixed(1)}H${at(right).toFixed(1)}V${BASELINE}Z`;
  }
  return path;
}

/** Both histograms, each told apart by what the threshold accepts of it. */
function Bars({ axis, quantities }: Pick<DistancesProps, 'axis' | 'quantities'>) {
  const drawn = (kind: 'genuine' | 'impostor', side: 'accepted' | 'rejected') =>
    useComputed(() => {
      if (!quantities.value) return '';
      const { test, accepted } = quantities.value;
      const [from, to] = side === 'accepted' ? [0, accepted] : [accepted, BINS];
      return outline(test[kind], axis, from, to);
    });
  return (
    <>
      <g data-mark="frr">
        <path class="bars genuine" d={drawn('genuine', 'accepted')} />
        <path class="bars genuine wrong" d={drawn('genuine', 'rejected')} />
      </g>
      <g data-mark="far">
        <path class="bars impostor" d={drawn('impostor', 'rejected')} />
        <path class="bars impostor wrong" d={drawn('impostor', 'accepted')} />
      </g>
    </>
  );
}

/** What the axis and the two histograms are. */
function Labels({ axis, state }: Pick<DistancesProps, 'axis' | 'state'>) {
  const kinds = useComputed(() => kindsOf(state.value.source));
  return (
    <>
      <g class="histogram-labels">
        <text class="genuine" x={axis.toX(0) + 4} y={18}>
          {useComputed(() => kinds.value.one)}
        </text>
        <text class="impostor" x={axis.toX(axis.end) - 4} y={18}>
          {useComputed(() => kinds.value.two)}
        </text>
      </g>
      <g class="axis">
        <line x1={axis.toX(0)} x2={axis.toX(axis.end)} y1={BASELINE} y2={BASELINE} />
        {axis.ticks.map(({ at, text }) => (
          <text key={text} x={axis.toX(at)} y={AXIS_SIZE.height - 24}>
            {text}
          </text>
        ))}
        <text class="axis-label" x={axis.toX(axis.end)} y={AXIS_SIZE.height - 4}>
          {useComputed(() =>
            state.value.source === 'raw'
              ? 'difference of two pictures'
              : 'distance of two embeddings',
          )}
        </text>
      </g>
    </>
  );
}

type ThresholdProps = Pick<DistancesProps, 'axis' | 'ready' | 'set'> & {
  readonly threshold: ReadonlySignal<number>;
};

/** The threshold as a line with a handle; it stands on the ends of bins. */
function Threshold({ axis, threshold, ready, set }: ThresholdProps) {
  const lineX = useComputed(() => axis.toX(threshold.value));
  const grain = axis.end / BINS;
  return (
    <>
      <g class="threshold" data-mark="threshold">
        <line x1={lineX} x2={lineX} y1={TOP - 8} y2={HANDLE_Y} />
      </g>
      <DraggablePoints
        plane={axis}
        ready={ready}
        handles={[
          {
            name: 'threshold',
            letter: 't',
            label: 'Threshold',
            home: { x: axis.end / 2, y: 0 },
            position: useComputed(() => ({ x: threshold.value, y: 0 })),
            letterOffset: useComputed(() => ({ x: 20, y: 0 })),
            value: {
              min: 0,
              max: axis.end,
              text: ({ x }) => `distance ${formatDistance(x, axis.end)}`,
            },
            move: ({ x }) => set({ threshold: Number((Math.round(x / grain) * grain).toFixed(6)) }),
          },
        ]}
      />
    </>
  );
}
