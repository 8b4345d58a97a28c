import { type Signal, useComputed, useSignal } from '@preact/signals';
import type { TargetedToggleEvent } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { fetchPart } from './fetchPart.ts';
import { MenuItem } from './MenuItem.tsx';
import { SaveButtons } from './SaveButtons.tsx';
import { initialState } from './urlState.ts';
import type { FigureDefinition, FigureHandle } from './useFigure.ts';
import { useLink } from './useLink.ts';
import './menu.css';

export interface FigureMenuProps<S extends object, Q> {
  readonly figure: FigureHandle<S, Q>;
  readonly definition: FigureDefinition<S, Q>;
  /** What besides the state is set back. */
  onReset?(): void;
}

type Place = (event: TargetedToggleEvent<HTMLElement>) => void;

/** What can be done with a figure as a whole, out of the way at its corner, and what came of it. */
export function FigureMenu<S extends object, Q>({
  figure,
  definition,
  onReset,
}: FigureMenuProps<S, Q>) {
  const { state, ready, problems, retry } = figure;
  const told = useSignal('');
  const { link, copyLink } = useLink(figure, definition, told);
  const disabled = useComputed(() => !ready.value);
  const button = useRef<HTMLButtonElement>(null);
  const reset = () => {
    onReset?.();
    state.value = initialState(definition.settings);
    problems.value = [];
    retry.value?.();
  };
  const fillWindow = async () => {
    const root = figure.anchor.current?.closest<HTMLElement>('[data-figure]');
    try {
      const { enlarge } = await fetchPart(() => import('./enlarge.ts'));
      if (root) enlarge(root);
    } catch (error) {
      problems.value = [(error as Error).message];
    }
  };
  /** Under the button, where it goes along with the page. */
  const place: Place = ({ currentTarget: { style }, newState }) => {
    if (newState === 'closed') return;
    const { right, bottom } = button.current!.getBoundingClientRect();
    style.top = `${scrollY + bottom}px`;
    style.right = `${document.documentElement.clientWidth - right}px`;
    told.value = '';
  };
  const id = `${definition.name}-menu`;
  return (
    <div class="figure-menu">
      <p class="figure-told" role="status">
        {told}
      </p>
      <button
        type="button"
        class="quiet menu-button"
        aria-label="Figure menu"
        popovertarget={id}
        disabled={disabled}
        ref={button}
      >
        <svg viewBox="0 0 20 4" aria-hidden="true">
          <path d="M2,2h0M10,2h0M18,2h0" />
        </svg>
      </button>
      <div id={id} class="menu-list" popover="auto" onBeforeToggle={place}>
        <MenuItem menu={id} choose={reset}>
          Reset
        </MenuItem>
        <MenuItem menu={id} choose={copyLink}>
          Copy link
        </MenuItem>
        <MenuItem menu={id} class="enlarge" choose={fillWindow}>
          Enlarge
        </MenuItem>
        <SaveButtons menu={id} {...{ figure, definition, told }} />
      </div>
      {useComputed(() => link.value && <LinkToCopy link={link} place={place} />)}
    </div>
  );
}

interface LinkToCopyProps {
  readonly link: Signal<string>;
  readonly place: Place;
}

/** The link where the clipboard is closed: marked, so that the keys for copying do, until it is left. */
function LinkToCopy({ link, place }: LinkToCopyProps) {
  const label = useRef<HTMLLabelElement>(null);
  useEffect(() => {
    label.current?.showPopover();
    label.current?.querySelector('input')?.focus();
  }, []);
  return (
    <label
      class="menu-list link-to-copy"
      popover="auto"
      ref={label}
      onBeforeToggle={place}
      onToggle={({ newState }) => {
        if (newState === 'closed') link.value = '';
      }}
    >
      <span>This browser keeps its clipboard closed. The link, to copy:</span>
      <input type="text" readOnly value={link} onFocus={(event) => event.currentTarget.select()} />
    </label>
  );
}
