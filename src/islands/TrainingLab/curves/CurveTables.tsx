import { useSignal, useSignalEffect } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { Lab } from '../run/lab.ts';
import { MORE_CHARTS, RUN_CHARTS } from './charts.ts';
import { CurveTable } from './CurveTable.tsx';

/** The lab's curves as tables: as they are when unfolded, and whenever the run stands still. */
export default function CurveTables({ lab: { history, isGoing } }: { readonly lab: Lab }) {
  const shown = useSignal(history.peek());
  const place = useRef<HTMLDivElement>(null);
  useSignalEffect(() => {
    if (!isGoing.value) shown.value = history.value;
  });
  useEffect(() => {
    const fold = place.current!.closest('details')!;
    const read = () => {
      if (fold.open) shown.value = history.peek();
    };
    fold.addEventListener('toggle', read);
    return () => fold.removeEventListener('toggle', read);
  }, []);
  const { evaluations } = shown.value;
  return (
    <div ref={place}>
      <p>
        {evaluations.length === 0
          ? 'No step has been judged yet.'
          : 'At steps that were judged. What jumps from batch to batch is the mean of the steps since the row above. While a run goes on, fold and unfold to read on.'}
      </p>
      <CurveTable
        title="Loss, shares and spread"
        charts={Object.values(RUN_CHARTS)}
        history={shown.value}
      />
      <CurveTable
        title="Forces, order, retrieval, zones, shape"
        charts={MORE_CHARTS}
        history={shown.value}
      />
    </div>
  );
}
