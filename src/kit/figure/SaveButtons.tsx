import { useComputed } from '@preact/signals';
import { saveFile } from '../files/saveFile.ts';
import type { FigureDefinition, FigureHandle } from './useFigure.ts';

interface SaveButtonsProps<S extends object, Q> {
  readonly figure: FigureHandle<S, Q>;
  readonly definition: FigureDefinition<S, Q>;
}

const PICTURES = [
  {
    kind: 'SVG',
    problem: 'The picture could not be made. Try again when there is a connection.',
  },
  {
    kind: 'PNG',
    problem: 'This browser could not draw the picture. Save SVG keeps the same drawing.',
  },
] as const;

const NO_TABLE = 'There are no numbers yet: they come with a run.';
const LOST_TABLE = 'The table could not be made. Try again when there is a connection.';

/** What the figure shows as a file: a drawing, a picture, and a table where it has one. */
export function SaveButtons<S extends object, Q>({ figure, definition }: SaveButtonsProps<S, Q>) {
  const { state, quantities, ready, problems, anchor } = figure;
  const { name, settings, csv } = definition;
  const disabled = useComputed(() => !ready.value);
  const savePicture = async ({ kind, problem }: (typeof PICTURES)[number]) => {
    const root = anchor.current?.closest<HTMLElement>('[data-figure]');
    try {
      // Few readers save a picture: what makes one comes with the first.
      const { saveSvg, savePng } = await import('../files/savePicture.ts');
      const pictured = { name, settings, state: state.value };
      if (root) await (kind === 'SVG' ? saveSvg : savePng)(root, pictured);
    } catch {
      problems.value = [problem];
    }
  };
  const saveTable = async () => {
    try {
      const table = await csv?.(state.value, quantities.value);
      if (table === undefined) problems.value = [NO_TABLE];
      else saveFile(table, `${name}.csv`, 'text/csv');
    } catch {
      problems.value = [LOST_TABLE];
    }
  };
  return (
    <div class="saves">
      {PICTURES.map((picture) => (
        <button
          key={picture.kind}
          type="button"
          class="quiet"
          disabled={disabled}
          onClick={() => savePicture(picture)}
        >
          Save {picture.kind}
        </button>
      ))}
      {csv && (
        <button type="button" class="quiet" disabled={disabled} onClick={saveTable}>
          Save CSV
        </button>
      )}
    </div>
  );
}
