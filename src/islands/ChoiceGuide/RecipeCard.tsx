import { type ReadonlySignal, useComputed } from '@preact/signals';
import { type Advice, adviceInWords, KINDS } from './advice.ts';

const SIZE = { width: 480, row: 30, labels: 124 } as const;
const HEIGHT = KINDS.length * SIZE.row;

/** The whole advice at a glance. */
export const RecipeCard = ({ advice }: { readonly advice: ReadonlySignal<Advice> }) => (
  <svg
    class="plane recipe"
    data-drawing
    viewBox={`0 0 ${SIZE.width} ${HEIGHT}`}
    role="img"
    aria-label={useComputed(() => adviceInWords(advice.value))}
  >
    {KINDS.map(({ name, label }, k) => {
      const take = useComputed(() => advice.value[name].advice);
      const y = (k + 1) * SIZE.row;
      return (
        <g key={name}>
          <text class="recipe-kind" x={0} y={y - 9}>
            {label}
          </text>
          <text
            class="recipe-advice"
            x={SIZE.labels}
            y={y - 9}
            data-quantity={`${name}Advice`}
            data-value={take}
          >
            {take}
          </text>
          <line x1={0} x2={SIZE.width} y1={y - 0.5} y2={y - 0.5} />
        </g>
      );
    })}
  </svg>
);
