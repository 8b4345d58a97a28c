import { type ReadonlySignal, type Signal, useComputed } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { Segmented } from '../controls/Segmented.tsx';
import type { GuessHandle } from './useGuess.ts';
import { useTakeFocus } from './useTakeFocus.ts';

/** The basket of each thing; a thing that is in none yet is missing. */
export type Sorted<Name extends string, Basket extends string> = Partial<
  Readonly<Record<Name, Basket>>
>;

interface GuessBasketsProps<Name extends string, Basket extends string> {
  readonly guess: GuessHandle;
  readonly baskets: readonly Basket[];
  readonly things: readonly {
    readonly name: Name;
    /** As the drawing has it, and what of it the reader is to go by. */
    readonly label: ComponentChildren;
    /** What a screen reader calls it. */
    readonly spoken: ReadonlySignal<string>;
  }[];
  readonly sorted: Signal<Sorted<Name, Basket>>;
  /** Where each belongs. */
  readonly truth: ReadonlySignal<Readonly<Record<Name, Basket>>>;
}

/** Things to be put into baskets, one after the other; then which of them belong elsewhere. */
export function GuessBaskets<Name extends string, Basket extends string>(
  props: GuessBasketsProps<Name, Basket>,
) {
  const { phase } = props.guess;
  return phase.value === 'offered' ? null : <Baskets {...props} />;
}

function Baskets<Name extends string, Basket extends string>({
  guess,
  baskets,
  things,
  sorted,
  truth,
}: GuessBasketsProps<Name, Basket>) {
  const part = useTakeFocus<HTMLDivElement>();
  const isOpen = useComputed(() => guess.phase.value === 'open');
  const options = baskets.map((value) => ({ value, label: value }));
  return (
    <div class="guess-baskets" ref={part}>
      {things.map(({ name, label, spoken }) => {
        const chosen: ReadonlySignal<Basket | undefined> = useComputed(() => sorted.value[name]);
        const right = truth.value[name];
        const isJudged = guess.phase.value === 'judged';
        const isRight = chosen.value === right;
        return (
          <div
            key={name}
            class="guess-thing"
            data-thing={name}
            data-right={isJudged ? isRight : undefined}
          >
            <span class="guess-name">{label}</span>
            <Segmented
              legend={spoken.value}
              name={`guess-${name}`}
              options={options}
              value={chosen}
              ready={isOpen}
              set={(basket) => {
                sorted.value = { ...sorted.value, [name]: basket };
              }}
            />
            <span class="guess-right">{isJudged && (isRight ? '✓' : right)}</span>
          </div>
        );
      })}
    </div>
  );
}
