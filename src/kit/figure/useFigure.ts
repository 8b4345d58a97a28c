import { effect, type Signal, useSignal } from '@preact/signals';
import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { createAnnouncer } from './announcer.ts';
import { answerTries } from './answerTries.ts';
import { bindDials, type Dials } from '../formula/bindDials.ts';
import { findFormula } from '../formula/formula.ts';
import { bindHighlight } from './highlight.ts';
import type { Settings } from './settings.ts';
import { initialState, readState } from './urlState.ts';

/** What a figure's definition tells the page: all without a DOM. */
export interface FigureDefinition<S extends object> {
  /** The figure's name in code, in `data-figure` and in addresses. */
  readonly name: string;
  readonly settings: Settings<S>;
  /** What each term of the formula means, spoken when the term takes the focus. */
  readonly terms: Readonly<Record<string, string>>;
  /** The text of each slot of the formula. */
  readonly slotTexts: (state: S) => Readonly<Record<string, string>>;
  /** The numbers of the formula that the reader may set there, by slot. */
  readonly dials?: Dials<S>;
  /** Settings that the figure itself changes as it runs: no phrase of the text holds it to them. */
  readonly drifting?: readonly (keyof S)[];
  /** The variant of the formula that holds, for a formula that has variants. */
  readonly variant?: (state: S) => string;
  /** The state's outcome, terse, for a screen reader. */
  readonly spoken: (state: S) => string;
  /** What the figure shows as a table, for a figure that has more to tell than its address. */
  readonly csv?: (state: S) => string;
}

export interface FigureHandle<S extends object> {
  readonly state: Signal<S>;
  /** False until the figure is hydrated: its controls are disabled so long. */
  readonly ready: Signal<boolean>;
  readonly spoken: Signal<string>;
  readonly problems: Signal<readonly string[]>;
  /** Goes on any element of the figure. */
  readonly anchor: RefObject<HTMLDivElement>;
}

/** Ties an island to the figure around it: address, formula, highlight, live region, `data-ready`. */
export function useFigure<S extends object>(definition: FigureDefinition<S>): FigureHandle<S> {
  const handle: FigureHandle<S> = {
    state: useSignal(initialState(definition.settings)),
    ready: useSignal(false),
    spoken: useSignal(''),
    problems: useSignal<readonly string[]>([]),
    anchor: useRef<HTMLDivElement>(null),
  };
  useEffect(() => attach(definition, handle), []);
  return handle;
}

function attach<S extends object>(
  definition: FigureDefinition<S>,
  handle: FigureHandle<S>,
): () => void {
  const figure = handle.anchor.current?.closest<HTMLElement>('[data-figure]');
  if (!figure) throw new Error(`${definition.name} stands outside a <Figure>.`);

  const fromAddress = readState(
    new URLSearchParams(location.search),
    definition.name,
    definition.settings,
  );
  handle.state.value = fromAddress.state;
  handle.problems.value = fromAddress.problems;

  const formula = findFormula(figure);
  const announcer = createAnnouncer((text) => {
    handle.spoken.value = text;
  });
  announcer.skip(definition.spoken(handle.state.value));
  const stopEffect = effect(() => {
    const state = handle.state.value;
    if (definition.variant) formula.choose(definition.variant(state));
    formula.write(definition.slotTexts(state));
    announcer.announce(definition.spoken(state));
  });
  const stopHighlight = bindHighlight(figure, definition.terms);
  const stopDials = bindDials({
    figure,
    dials: definition.dials ?? {},
    state: handle.state,
    initial: initialState(definition.settings),
    complain: (problem) => {
      handle.problems.value = problem ? [problem] : [];
    },
  });
  const { name, settings, drifting = [] } = definition;
  const stopTries = answerTries({ root: figure, name, settings, drifting, state: handle.state });
  handle.ready.value = true;
  figure.dataset['ready'] = 'true';
  return () => {
    stopEffect();
    stopHighlight();
    stopDials();
    stopTries();
    announcer.stop();
  };
}
