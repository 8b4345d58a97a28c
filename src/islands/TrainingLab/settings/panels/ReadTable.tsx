import type { ReadonlySignal } from '@preact/signals';
import type { LayoutChoice } from '#data/own/table/layout.ts';
import type { ColumnRole, PreviewColumn, TablePreview } from '#data/own/tablePreview.ts';
import './readTable.css';

interface ReadTableProps {
  readonly table: ReadonlySignal<TablePreview | undefined>;
  /** Reads the table again as the reader says. */
  correct(choice: LayoutChoice): void;
}

const ROLES: readonly ColumnRole[] = ['label', 'feature', 'left out'];

const nameOf = ({ at, name }: PreviewColumn) => name || `column ${at + 1}`;

/** What the reader says when one column is something else. */
function withRole(table: TablePreview, at: number, role: ColumnRole): LayoutChoice {
  const others = table.leftOut.filter((column) => column !== at);
  const label = role === 'label' ? at : table.label;
  return {
    hasHeader: table.hasHeader,
    ...(label !== undefined && (label !== at || role === 'label') && { label }),
    leftOut: role === 'left out' ? [...others, at] : others,
  };
}

/** The first rows of the reader's table and what its columns were taken for, to be corrected. */
export default function ReadTable({ table: read, correct }: ReadTableProps) {
  const table = read.value;
  if (!table) return null;
  const { columns, hasHeader } = table;
  const isAfterGap = (place: number) =>
    place > 0 && columns[place - 1]!.at < columns[place]!.at - 1;
  const rows = columns[0]!.cells.map((_, row) => row);
  return (
    <div class="lab-table">
      <label>
        <input
          type="checkbox"
          checked={hasHeader}
          onChange={({ currentTarget }) => correct({ hasHeader: currentTarget.checked })}
        />
        the first line names the columns
      </label>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is scrolled by keys, too. */}
      <section class="lab-table-rows" aria-label="How the table begins" tabIndex={0}>
        <table>
          <thead>
            <tr>
              {columns.map((column, place) => (
                <th key={column.at} scope="col" data-after-gap={isAfterGap(place)}>
                  <span>{nameOf(column)}</span>
                  <select
                    aria-label={`${nameOf(column)} is`}
                    value={column.role}
                    onChange={({ currentTarget }) =>
                      correct(withRole(table, column.at, currentTarget.value as ColumnRole))
                    }
                  >
                    {ROLES.map((role) => (
                      <option key={role}>{role}</option>
                    ))}
                  </select>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row}>
                {columns.map(({ at, role, cells }, place) => (
                  <td key={at} data-role={role} data-after-gap={isAfterGap(place)}>
                    {cells[row]}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </div>
  );
}
