import { type ReadonlySignal, useComputed, useSignal } from '@preact/signals';
import type { FigureHandle } from '#kit/figure/useFigure.ts';
import { formatNumber } from '#kit/figure/numberFormat.ts';
import { GuessBaskets, type Sorted } from '#kit/guess/GuessBaskets.tsx';
import { GuessLine } from '#kit/guess/GuessLine.tsx';
import type { GuessHandle } from '#kit/guess/useGuess.ts';
import { useGuess } from '#kit/guess/useGuess.ts';
import type { Zone } from '#metric/tripletLoss.ts';
import { type SortedName, TO_SORT, tellSorted, ZONES } from './sortGuess.ts';
import type { SorterQuantities, SorterState } from './triplets.ts';

/** A guess at the zones of six triplets, with all that tells them out of sight. */
export function useSortGuess(figure: FigureHandle<SorterState, SorterQuantities>) {
  const sorted = useSignal<Sorted<SortedName, Zone>>({});
  const guess: GuessHandle = useGuess(figure, {
    begin() {
      sorted.value = {};
    },
    see: () => guess.judge(tellSorted(sorted.value, figure.quantities.value)),
  });
  return { ...guess, sorted };
}

interface SortGuessProps {
  readonly guess: ReturnType<typeof useSortGuess>;
  readonly state: ReadonlySignal<SorterState>;
  readonly quantities: ReadonlySignal<SorterQuantities>;
  readonly ready: ReadonlySignal<boolean>;
}

/** Six triplets to be sorted before the inequalities light up. */
export function SortGuess({ guess, state, quantities, ready }: SortGuessProps) {
  const distance = (name: SortedName) =>
    useComputed(() => formatNumber(quantities.value.triplets[name].dAN));
  const how = useComputed(
    () =>
      `d(a, p) = ${formatNumber(quantities.value.dAP)} and m = ${formatNumber(state.value.margin)}${state.value.squared ? ', squared' : ''}. Which is which, by d(a, n)?`,
  );
  const truth = useComputed(
    () =>
      Object.fromEntries(
        TO_SORT.map((name) => [name, quantities.value.triplets[name].zone]),
      ) as Record<SortedName, Zone>,
  );
  return (
    <div class="figure-verdict">
      <GuessLine
        {...{ guess, ready }}
        question="Which of six triplets are easy, semi-hard and hard?"
        how={how}
        answer="With d(a, p) = 0.64 and m = 0.50, both squared: n1 and n2 are hard, n3 and n4 semi-hard, n5 and n6 easy."
      >
        <GuessBaskets
          guess={guess}
          baskets={ZONES}
          sorted={guess.sorted}
          truth={truth}
          things={TO_SORT.map((name) => {
            const dAN = distance(name);
            return {
              name,
              label: (
                <>
                  <var>n</var>
                  <sub>{name.slice(1)}</sub> <span class="number">{dAN}</span>
                </>
              ),
              spoken: useComputed(() => `Negative ${name.slice(1)} at ${dAN.value}`),
            };
          })}
        />
      </GuessLine>
    </div>
  );
}
