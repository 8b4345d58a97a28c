import { type Signal, useComputed, useSignal } from '@preact/signals';
import { SaveButtons } from './SaveButtons.tsx';
import type { FigureDefinition, FigureHandle } from './useFigure.ts';
import { initialState, writeState } from './urlState.ts';

/** A link that is wrong throughout is told of in a few lines: the rest would only repeat itself. */
const MOST_PROBLEMS = 3;

function inFewWords(problems: readonly string[]): string {
  const left = problems.length - MOST_PROBLEMS;
  const told = problems.slice(0, MOST_PROBLEMS).join(' ');
  return left > 0 ? `${told} The same holds for ${left} more of its settings.` : told;
}

interface FigureToolsProps<S extends object, Q> {
  readonly figure: FigureHandle<S, Q>;
  readonly definition: FigureDefinition<S, Q>;
  /** What besides the state is set back. */
  onReset?(): void;
}

/** Reset, link and picture, at the end of a figure's controls, with what there is to tell of them. */
export function FigureTools<S extends object, Q>({
  figure,
  definition,
  onReset,
}: FigureToolsProps<S, Q>) {
  const { state, ready, problems } = figure;
  const link = useSignal('');
  const { copied, copyLink } = useLink(figure, definition, link);
  const disabled = useComputed(() => !ready.value);
  const reset = () => {
    onReset?.();
    state.value = initialState(definition.settings);
    problems.value = [];
    link.value = '';
  };
  return (
    <>
      <div class="control tools">
        <button type="button" class="quiet" disabled={disabled} onClick={reset}>
          Reset
        </button>
        <button type="button" class="quiet" disabled={disabled} onClick={copyLink}>
          {useComputed(() => (copied.value ? 'Link copied' : 'Copy link'))}
        </button>
        <SaveButtons figure={figure} definition={definition} />
      </div>
      <label class="link-to-copy" hidden={useComputed(() => link.value === '')}>
        <span>This browser keeps its clipboard closed. The link, to copy:</span>
        <input
          type="text"
          readOnly
          value={link}
          onFocus={(event) => event.currentTarget.select()}
        />
      </label>
      <p class="problems" role="status">
        {useComputed(() => inFewWords(problems.value))}
      </p>
      <p class="visually-hidden" role="status">
        {figure.spoken}
      </p>
    </>
  );
}

/**
 * Puts the state on the clipboard as a link; where that is closed, into `link`. The address of the
 * page stays: it may have come with the state of another figure.
 */
function useLink<S extends object, Q>(
  { state }: FigureHandle<S, Q>,
  { name, settings }: FigureDefinition<S, Q>,
  link: Signal<string>,
) {
  const copied = useSignal(false);
  const copyLink = async () => {
    const address = writeState(location.href, name, settings, state.value);
    link.value = '';
    try {
      await navigator.clipboard.writeText(address);
      copied.value = true;
      setTimeout(() => {
        copied.value = false;
      }, 2000);
    } catch {
      // No clipboard without permission or a secure address: the reader copies by hand.
      link.value = address;
    }
  };
  return { copied, copyLink };
}
