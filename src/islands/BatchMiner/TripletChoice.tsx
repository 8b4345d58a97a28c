import { type ReadonlySignal, type Signal, useComputed } from '@preact/signals';
import { useId } from 'preact/hooks';
import { OnceReady } from '#kit/controls/OnceReady.tsx';
import type { TripletInspection } from '#kit/plane/inspectTriplet.ts';
import { TripletInspector } from '#kit/plane/TripletInspector.tsx';
import { anchorRow, type BatchState, BY_STRATEGY, placeOf, rowsOf, sampleName } from './batch.ts';

interface TripletChoiceProps {
  readonly state: Signal<BatchState>;
  readonly triplet: ReadonlySignal<TripletInspection>;
  readonly ready: ReadonlySignal<boolean>;
}

/** Under these names scripts read the triplet: `loss` is the batch's. */
const QUANTITIES = { dAP: 'dAP', dAN: 'dAN', zone: 'zone', loss: 'tripletLoss' } as const;

/** One triplet of the anchor in full: the strategy's, or of the reader's choosing. */
export function TripletChoice({ state, triplet, ready }: TripletChoiceProps) {
  return (
    <>
      <div class="triplet-choice">
        <p>
          One triplet of the anchor in full: what the strategy selects, or any positive and negative
          of your choosing, here or by their cells in the matrix.
        </p>
        <PartnerChoice part="positive" state={state} ready={ready} />
        <PartnerChoice part="negative" state={state} ready={ready} />
      </div>
      <TripletInspector triplet={triplet} quantities={QUANTITIES} />
    </>
  );
}

interface PartnerChoiceProps {
  readonly part: 'positive' | 'negative';
  readonly state: Signal<BatchState>;
  readonly ready: ReadonlySignal<boolean>;
}

/** The positive or the negative, from all that the anchor has. */
function PartnerChoice({ part, state, ready }: PartnerChoiceProps) {
  const id = useId();
  const p = useComputed(() => state.value.p);
  const k = useComputed(() => state.value.k);
  const anchor = useComputed(() => anchorRow(state.value));
  // The list changes with the anchor and the batch, and not while the points move.
  const size = { p: p.value, k: k.value };
  const isInClass = (row: number) => Math.floor(row / size.k) === Math.floor(anchor.value / size.k);
  const rows = Array.from({ length: rowsOf(size) }, (_, row) => row).filter(
    (row) => row !== anchor.value && isInClass(row) === (part === 'positive'),
  );
  return (
    <div class="control">
      <label for={id}>{part}</label>
      <OnceReady ready={ready} text="as selected">
        <select
          class="field"
          id={id}
          disabled={useComputed(() => !ready.value)}
          value={useComputed(() => String(state.value[part]))}
          onChange={(event) => {
            state.value = { ...state.value, [part]: Number(event.currentTarget.value) };
          }}
        >
          <option value={BY_STRATEGY}>as selected</option>
          {rows.map((row) => (
            <option key={row} value={placeOf(size, row)}>
              {sampleName(size, row)}
            </option>
          ))}
        </select>
      </OnceReady>
    </div>
  );
}
