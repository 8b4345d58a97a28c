import { useComputed } from '@preact/signals';
import { ActionButton } from '#kit/controls/ActionButton.tsx';
import { formatCount } from '#kit/figure/numberFormat.ts';
import { Spoken } from '#kit/figure/Spoken.tsx';
import { DEFAULT_CONFIG } from '#training/settings/table.ts';
import type { InspectedBatch } from '#training/inspectedBatch.ts';
import type { Lab } from '../run/lab.ts';
import { ChosenItem } from './ChosenItem.tsx';
import { ItemPlot } from './ItemPlot.tsx';
import { KindCounts } from './KindCounts.tsx';
import { lossOf, marginOf, minerOf } from '#training/settings/choices.ts';
import { type Selection, selectionOf } from './items.ts';
import { standingOf } from './standing.ts';
import { useBatch } from './useBatch.ts';
import './batch.css';

const NOTHING: Selection = { items: [], counts: new Map(), selected: 0, stride: 1 };

/** What the batch was, in a sentence. */
function batchText(batch: InspectedBatch, { selected, stride }: Selection): string {
  const { config, step, labels } = batch;
  const of = stride > 1 ? `, of every ${stride}th anchor` : '';
  return `Step ${formatCount(step)}: ${labels.length} samples, ${formatCount(selected)} ${lossOf(config).items.many} selected by ${minerOf(config).label}${of}.`;
}

/** Where its hinge opens, in the units of the distances; undefined for a soft margin. */
function hingeOf(batch: InspectedBatch): number | undefined {
  const margin = marginOf(batch.config);
  return typeof margin === 'number' ? margin : undefined;
}

/**
 * The batch of the last step. A chosen triplet holds it, so that it can be looked at while the run goes
 * on; without one, the newest batch is shown.
 */
export default function BatchInspector({ lab }: { readonly lab: Lab }) {
  const { batch, chosen, letGo } = useBatch(lab);
  const selection = useComputed(() => (batch.value ? selectionOf(batch.value) : NOTHING));
  const about = useComputed(() => lossOf(batch.value?.config ?? DEFAULT_CONFIG).items);
  const margin = useComputed(() => batch.value && hingeOf(batch.value));
  const moved = useComputed(() => {
    if (!batch.value || !chosen.value) return undefined;
    const { x, y } = standingOf(batch.value, chosen.value.rows, 'after');
    return [x, y] as const;
  });
  const told = useComputed(() =>
    batch.value
      ? batchText(batch.value, selection.value)
      : 'Take a step, or let it run: the batch of the last step is shown here.',
  );
  return (
    <div class="batch-inspector" data-step={useComputed(() => batch.value?.step ?? '')}>
      <p class="batch-told">{told}</p>
      <Spoken text={told} moving={lab.isGoing} />
      <ActionButton idle={useComputed(() => chosen.value === undefined)} act={letGo}>
        Let go, take the newest batch
      </ActionButton>
      <KindCounts about={about} selection={selection} />
      <div class="batch-parts">
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
