import type { History } from '#training/run/history.ts';
import type { Chart } from './charts.ts';
import { cellsOf, rowSteps } from './tableRows.ts';

interface CurveTableProps {
  readonly title: string;
  readonly charts: readonly Chart[];
  readonly history: History;
}

/** The columns of a chart, one for each of its curves that the run has. */
function columnsOf({ label, series, axis }: Chart, history: History, steps: readonly number[]) {
  const heading = axis === 'share' ? `${label}, %` : label;
  const columns = series
    .map((one) => ({ name: one.name, cells: cellsOf(one, axis, history, steps) }))
    .filter(({ cells }) => cells.length > 0);
  return { heading, columns };
}

/** The values of charts at steps that were judged: a group of columns for each chart. */
export function CurveTable({ title, charts, history }: CurveTableProps) {
  const steps = rowSteps(history);
  const groups = charts
    .map((chart) => columnsOf(chart, history, steps))
    .filter(({ columns }) => columns.length > 0);
  const columns = groups.flatMap((group) => group.columns);
  if (columns.length === 0) return null;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is scrolled by keys, too.
    <section class="table lab-curve-table" aria-label={title} tabIndex={0}>
      <table>
        <caption>{title}</caption>
        <thead>
          <tr>
            <th scope="col" rowSpan={2}>
              step
            </th>
            {groups.map(({ heading, columns: { length } }) => (
              <th
                key={heading}
                scope={length > 1 ? 'colgroup' : 'col'}
                colSpan={length}
                rowSpan={length > 1 ? 1 : 2}
              >
                {heading}
              </th>
            ))}
          </tr>
          <tr>
            {groups.map(
              (group) =>
                group.columns.length > 1 &&
                group.columns.map(({ name }) => (
                  <th key={name} scope="col">
                    {name}
                  </th>
                )),
            )}
          </tr>
        </thead>
        <tbody>
          {steps.map((step, row) => (
            <tr key={step}>
              <th scope="row">{step}</th>
              {columns.map(({ name, cells }) => (
                <td key={name} class="number">
                  {cells[row]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
