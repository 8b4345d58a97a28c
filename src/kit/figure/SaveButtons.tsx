import type { Signal } from '@preact/signals';
import { saveFile } from '../files/saveFile.ts';
import { MenuItem } from './MenuItem.tsx';
import type { FigureDefinition, FigureHandle } from './useFigure.ts';

interface SaveButtonsProps<S extends object, Q> {
  /** The id of the menu that they stand in. */
  readonly menu: string;
  readonly figure: FigureHandle<S, Q>;
  readonly definition: FigureDefinition<S, Q>;
  /** Takes what went wrong. */
  readonly told: Signal<string>;
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
export function SaveButtons<S extends object, Q>({
  menu,
  figure,
  definition,
  told,
}: SaveButtonsProps<S, Q>) {
  const { state, quantities, anchor } = figure;
  const { name, settings, csv } = definition;
  const savePicture = async ({ kind, problem }: (typeof PICTURES)[number]) => {
    const root = anchor.current?.closest<HTMLElement>('[data-figure]');
    try {
      // Few readers save a picture: what makes one comes with the first.
      const { saveSvg, savePng } = await import('../files/savePicture.ts');
      const pictured = { name, settings, state: state.value };
      if (root) await (kind === 'SVG' ? saveSvg : savePng)(root, pictured);
    } catch {
      told.value = problem;
    }
  };
  const saveTable = async () => {
    try {
      const table = await csv?.(state.value, quantities.value);
      if (table === undefined) told.value = NO_TABLE;
      else saveFile(table, `${name}.csv`, 'text/csv');
    } catch {
      told.value = LOST_TABLE;
    }
  };
  return (
    <>
      {PICTURES.map((picture) => (
        <MenuItem key={picture.kind} menu={menu} choose={() => savePicture(picture)}>
          Save {picture.kind}
        </MenuItem>
      ))}
      {csv && (
        <MenuItem menu={menu} choose={saveTable}>
          Save CSV
        </MenuItem>
      )}
    </>
  );
}
