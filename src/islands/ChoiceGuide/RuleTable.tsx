import { KINDS } from './advice.ts';

/** All rules, of which those of a kind are read from above: folded, but open in print and without scripts. */
export const RuleTable = () => (
  <details class="rules">
    <summary>All rules as a table</summary>
    <div class="rules-table">
      <table>
        <thead>
          <tr>
            <th scope="col">for</th>
            <th scope="col">if (the first that holds)</th>
            <th scope="col">take</th>
            <th scope="col">because</th>
          </tr>
        </thead>
        {KINDS.map(({ name, label, rules }) => (
          <tbody key={name}>
            {rules.map(({ when, advice, why, source }, k) => (
              <tr key={when}>
                {k === 0 && (
                  <th scope="rowgroup" rowSpan={rules.length}>
                    {label}
                  </th>
                )}
                <td>{when}</td>
                <td>{advice}</td>
                <td>
                  {why}
                  {source && ` (${source})`}
                </td>
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </div>
  </details>
);
