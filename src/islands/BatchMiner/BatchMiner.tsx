import { type ReadonlySignal, useComputed, useSignal } from '@preact/signals';
import { Challenge } from '#kit/challenge/Challenge.tsx';
import { DescentStrip } from '#kit/controls/DescentStrip.tsx';
import { FigureTools } from '#kit/figure/FigureTools.tsx';
import { type FigureHandle, useFigure } from '#kit/figure/useFigure.ts';
import { GuessLine } from '#kit/guess/GuessLine.tsx';
import { useRecordedDescent } from '#kit/motion/useRecordedDescent.ts';
import { inspectTriplet } from '#kit/plane/inspectTriplet.ts';
import { BatchControls } from './BatchControls.tsx';
import { BatchForces } from './BatchForces.tsx';
import { BatchPanels } from './BatchPanels.tsx';
import { BatchPlane, type Pair } from './BatchPlane.tsx';
import { BatchReadOuts, PairReadOut } from './BatchReadOuts.tsx';
import type { BatchState } from './batch.ts';
import { CountGrowth } from './CountGrowth.tsx';
import { DistanceMatrix } from './DistanceMatrix.tsx';
import { definition } from './definition.ts';
import { descent as batchDescent, restOf } from './descent.ts';
import { edits } from './edits.ts';
import type { BatchQuantities } from './quantities.ts';
import { RadiusHistory } from './RadiusHistory.tsx';
import { ScaleNeedle } from './ScaleNeedle.tsx';
import { anchorSelection, inspectedTriplet } from './selection.ts';
import { SizeGuessChart, useSizeGuess } from './SizeGuess.tsx';
import { wentThereAndBack } from './thereAndBack.ts';
import { TripletChoice } from './TripletChoice.tsx';
import { Votes } from './Votes.tsx';
import '#kit/figure/figure.css';
import '#kit/controls/controls.css';
import '#kit/formula/formula.css';
import '#kit/plane/crowd.css';
import './BatchMiner.css';

/**
 * A batch in the plane and as a matrix. A run goes on while the reader drags points and changes the
 * strategy, and rests where nothing moves any more.
 */
export default function BatchMiner() {
  const figure = useFigure<BatchState, BatchQuantities>(definition);
  const { state, quantities, ready } = figure;
  const descent = useRecordedDescent(figure, batchDescent, ({ radius }) => radius);
  const guess = useSizeGuess(figure, descent);
  const { rest, selection, triplet, pair, pairDistance } = useFindings(figure, descent.settled);
  const leavePair = () => {
    pair.value = undefined;
  };
  const reset = () => {
    descent.clear();
    guess.drop();
    leavePair();
  };
  const panels = {
    distances: (
      <>
        <DistanceMatrix
          {...{ state, quantities, selection, pair, ready }}
          onChoose={({ row, column }) => {
            state.value = edits.choosePair(state.value, row, column);
          }}
        />
        <PairReadOut {...{ state, selection, pair }} distance={pairDistance} />
      </>
    ),
    triplet: <TripletChoice {...{ state, triplet, ready }} />,
    forces: <BatchForces state={state} />,
    radius: (
      <SizeGuessChart guess={guess} ready={ready}>
        <RadiusHistory quantities={quantities} history={descent.history} />
      </SizeGuessChart>
    ),
    counts: <CountGrowth state={state} quantities={quantities} />,
  };
  return (
    <>
      <div class="figure-plane" ref={figure.anchor}>
        <div class="plane-box">
          <BatchPlane {...{ state, selection, triplet, pair, pairDistance, rest, ready }} />
          <ScaleNeedle quantities={quantities} />
        </div>
        <DescentStrip descent={descent} ready={ready}>
          <BatchReadOuts quantities={quantities} />
        </DescentStrip>
      </div>
      <div class="figure-verdict">
        <Votes quantities={quantities} />
      </div>
      <div class="figure-curve">
        <GuessLine
          {...{ guess, ready }}
          question="How will the size of the cloud go, over 150 steps under hard triplets only?"
          how="Draw it by the dots: the radius after 25, 50, 100 and 150 steps."
          answer="It only shrinks. With squared distances the forces shrink with it, so that each step takes the same share of what is left; with plain ones each step takes the same amount."
        />
        <BatchPanels {...{ state, ready, panels }} />
      </div>
      <div class="figure-controls">
        <BatchControls {...{ state, descent, ready }} onResize={leavePair} />
        <FigureTools figure={figure} definition={definition} onReset={reset} />
      </div>
      <Challenge
        name="BatchMiner/there-and-back"
        ready={ready}
        isMet={useComputed(() =>
          wentThereAndBack(descent.history.value.snapshots.map(({ value }) => value)),
        )}
        lesson="The points were not one yet, so there was an order left, and a strategy that votes to expand."
      >
        Collapse the batch to a twentieth of its size, and bring it back to a half, by the strategy
        alone.
      </Challenge>
    </>
  );
}

/** What follows from what was measured, each worked out once for all who show it. */
function useFindings(
  { state, quantities }: FigureHandle<BatchState, BatchQuantities>,
  settled: ReadonlySignal<boolean>,
) {
  const pair = useSignal<Pair>();
  return {
    /** Why nothing moves any more, if so. */
    rest: useComputed(() => (settled.value ? restOf(state.value, quantities.value) : undefined)),
    selection: useComputed(() => anchorSelection(state.value, quantities.value)),
    triplet: useComputed(() => inspectTriplet(inspectedTriplet(state.value, quantities.value))),
    /** The pair that the reader points at in the matrix. */
    pair,
    pairDistance: useComputed(() => {
      const { distances, embeddings } = quantities.value;
      return pair.value && distances[pair.value.row * embeddings.rows + pair.value.column];
    }),
  };
}
