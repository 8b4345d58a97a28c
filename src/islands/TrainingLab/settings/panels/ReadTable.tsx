import type { ReadonlySignal } from '@preact/signals';
import type { DecimalMark } from '#data/own/table/cells.ts';
import type { LayoutChoice } from '#data/own/table/layout.ts';
import type { Separator } from '#data/own/table/separators.ts';
import type { ColumnRole, PreviewColumn, TablePreview } from '#data/own/tablePreview.ts';
import './readTable.css';

interface ReadTableProps {
  readonly table: ReadonlySignal<TablePreview | undefined>;
  /** Reads the table again as the reader says. */
  correct(choice: LayoutChoice): void;
}

const SEPARATED_BY: readonly (readonly [Separator, string])[] = [
  [',', 'commas'],
  [';', 'semicolons'],
  ['\t', 'tabs'],
  ['|', 'bars'],
  [' ', 'blanks'],
];
const MARKS: readonly (readonly [DecimalMark, string])[] = [
  ['.', 'point'],
  [',', 'comma'],
];
const FIRST_LINE = [
  [true, 'names the columns'],
  [false, 'is a sample'],
] as const;
const ROLES: readonly ColumnRole[] = ['label', 'feature', 'left out'];

const nameOf = ({ at, name }: PreviewColumn) => name || `column ${at + 1}`;

/** What is known of how a table is written. */
const writing = ({ separator, decimalMark }: TablePreview): LayoutChoice => ({
  separator,
  ...(decimalMark && { decimalMark }),
});

/** What the reader says when one column is something else. */
function withRole(table: TablePreview, at: number, role: ColumnRole): LayoutChoice {
  const others = table.leftOut.filter((column) => column !== at);
  const label = role === 'label' ? at : table.label;
  return {
    ...writing(table),
    ...(table.hasHeader !== undefined && { hasHeader: table.hasHeader }),
    ...(label !== undefined && (label !== at || role === 'label') && { label }),
    leftOut: role === 'left out' ? [...others, at] : others,
  };
}

interface WritingChoiceProps<V> {
  readonly label: string;
  readonly options: readonly (readonly [V, string])[];
  /** Missing where it is not known. */
  readonly value: V | undefined;
  choose(value: V): void;
}

/** One of several things that a table may be. */
function WritingChoice<V>({ label, options, value, choose }: WritingChoiceProps<V>) {
  return (
    <label>
      {label}
      <select
        class="field"
        value={options.findIndex(([option]) => option === value)}
        onChange={({ currentTarget }) => choose(options[Number(currentTarget.value)]![0])}
      >
        {value === undefined && (
          <option value={-1} disabled>
            …
          </option>
        )}
        {options.map(([, name], place) => (
          <option key={name} value={place}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}

interface PartProps {
  readonly table: TablePreview;
  readonly correct: ReadTableProps['correct'];
}

/** How the table is written, and which column of many has the labels. */
function Writing({ table, correct }: PartProps) {
  const { separator, decimalMark, hasHeader, width, label, columns } = table;
  return (
    <div class="lab-table-writing">
      <WritingChoice
        label="between cells"
        options={SEPARATED_BY}
        value={separator}
        choose={(value) => correct({ separator: value })}
      />
      <WritingChoice
        label="decimal mark"
        options={MARKS}
        value={decimalMark}
        choose={(value) => correct({ separator, decimalMark: value })}
      />
      <WritingChoice
        label="the first line"
        options={FIRST_LINE}
        value={hasHeader}
        choose={(value) => correct({ ...writing(table), hasHeader: value })}
      />
      {columns.length < width && (
        <label>
          labels in column
          <input
            class="field"
            type="number"
            required
            min={1}
            max={width}
            value={label === undefined ? '' : label + 1}
            onChange={({ currentTarget: input }) => {
              if (input.reportValidity())
                correct(withRole(table, input.valueAsNumber - 1, 'label'));
            }}
          />
        </label>
      )}
    </div>
  );
}

/** The first rows, with what each column was taken for. */
function Rows({ table, correct }: PartProps) {
  const { columns } = table;
  const isAfterGap = (place: number) =>
    place > 0 && columns[place - 1]!.at < columns[place]!.at - 1;
  const rows = columns[0]!.cells.map((_, row) => row);
  return (
    <table>
      <thead>
        <tr>
          {columns.map((column, place) => (
            <th key={column.at} scope="col" data-after-gap={isAfterGap(place)}>
              <span>{nameOf(column)}</span>
              <select
                class="field"
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
  );
}

/** The first rows of the reader's table and what it was taken for, to be corrected. */
export default function ReadTable({ table: read, correct }: ReadTableProps) {
  const table = read.value;
  if (!table) return null;
  return (
    <div class="lab-table">
      <Writing table={table} correct={correct} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is scrolled by keys, too. */}
      <section class="lab-table-rows" aria-label="How the table begins" tabIndex={0}>
        <Rows table={table} correct={correct} />
      </section>
    </div>
  );
}
