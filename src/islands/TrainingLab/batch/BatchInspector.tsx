import { useComputed, useSignal, useSignalEffect } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { DEFAULT_CONFIG } from '#training/settings/table.ts';
import type { InspectedBatch } from '#training/inspectedBatch.ts';
import type { Lab } from '../run/lab.ts';
import { ChosenItem } from './ChosenItem.tsx';
import { ItemPlot } from './ItemPlot.tsx';
import type { LossItem } from '#metric/losses/items.ts';
import { lossOf, marginOf, minerOf } from '#training/settings/choices.ts';
import { type Selection, selectionOf } from './items.ts';
import { standingOf } from './standing.ts';
import './batch.css';

/** While a run goes on, a new batch comes about this often. */
const REFRESH_MILLISECONDS = 600;
const NOTHING: Selection = { items: [], counts: new Map(), selected: 0, stride: 1 };

/** What the batch was, in a sentence. */
function batchText(batch: InspectedBatch, { selected, stride }: Selection): string {
  const { config, step, labels } = batch;
  const of = stride > 1 ? `, of every ${stride}th anchor` : '';
  return `Step ${step}: ${labels.length} samples, ${selected.toLocaleString('en')} ${lossOf(config).items.many} selected by ${minerOf(config).label}${of}.`;
}

/**
 * The batch of the last step. A chosen triplet holds it, so that it can be looked at while the run goes
 * on; without one, the newest batch is shown.
 */
export default function BatchInspector({ lab }: { readonly lab: Lab }) {
  const batch = useSignal<InspectedBatch | undefined>(undefined);
  const chosen = useSignal<LossItem | undefined>(undefined);
  const asked = useRef({ at: 0, isAsking: false });

  const fetchBatch = async () => {
    if (asked.current.isAsking) return;
    asked.current = { at: performance.now(), isAsking: true };
    const found = await lab.inspect();
    asked.current.isAsking = false;
    // One may have been chosen while the answer was on its way.
    if (found && !chosen.value) batch.value = found;
  };

  const letGo = () => {
    chosen.value = undefined;
    void fetchBatch();
  };

  useSignalEffect(() => {
    const latest = lab.history.value.steps.at(-1)?.step;
    const isRunning = lab.status.value === 'running';
    if (latest === undefined) {
      batch.value = undefined;
      chosen.value = undefined;
      return;
    }
    if (chosen.peek() || batch.peek()?.step === latest) return;
    if (!isRunning || performance.now() - asked.current.at > REFRESH_MILLISECONDS)
      void fetchBatch();
  });

  const selection = useComputed(() => (batch.value ? selectionOf(batch.value) : NOTHING));
  const about = useComputed(() => lossOf(batch.value?.config ?? DEFAULT_CONFIG).items);
  const margin = useComputed(() => {
    const set = batch.value && marginOf(batch.value.config);
    return typeof set === 'number' ? set : undefined;
  });
  const moved = useComputed(() => {
    if (!batch.value || !chosen.value) return undefined;
    const { x, y } = standingOf(batch.value, chosen.value.rows, 'after');
    return [x, y] as const;
  });
  const empty = useComputed(() => batch.value === undefined);

  return (
    <div class="batch-inspector" data-step={useComputed(() => batch.value?.step ?? '')}>
      <p class="batch-told" role="status">
        {useComputed(() =>
          batch.value
            ? batchText(batch.value, selection.value)
            : 'Take a step, or let it run: the batch of the last step is shown here.',
        )}
      </p>
      <button
        type="button"
        disabled={useComputed(() => chosen.value === undefined)}
        onClick={letGo}
      >
        Let go, take the newest batch
      </button>
      <p class="batch-counts">
        {useComputed(() =>
          about.value.kinds.map((kind) => {
            const count = selection.value.counts.get(kind);
            return (
              count !== undefined && (
                <span key={kind} data-kind={kind}>
                  <i aria-hidden="true" /> {kind} {count.toLocaleString('en')}
                </span>
              )
            );
          }),
        )}
      </p>
      <div class="batch-parts" data-empty={empty}>
        <ItemPlot
          selection={selection}
          margin={margin}
          about={about}
          chosen={chosen}
          moved={moved}
        />
        <ChosenItem batch={batch} item={chosen} data={lab.data} about={about} />
      </div>
      <p class="batch-note">{useComputed(() => about.value.note)}</p>
    </div>
  );
}
