import { effect, type ReadonlySignal, type Signal, useComputed, useSignal } from '@preact/signals';
import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { createAnnouncer } from './announcer.ts';
import { answerTries } from './answerTries.ts';
import { bindDials, type Dials } from '../formula/bindDials.ts';
import { findFormula } from '../formula/formula.ts';
import { unfoldFormulas } from '../formula/unfoldFormulas.ts';
import { bindHighlight } from './highlight.ts';
import { parametersOf } from './mendLink.ts';
import { keepFocus } from './keepFocus.ts';
import type { Settings } from './settings.ts';
import { keepTranslatedTexts } from './translatedTexts.ts';
import { TRY_EVENT } from './tryEvent.ts';
import { initialState, readState } from './urlState.ts';

/**
 * What a figure's definition tells the page: all without a DOM. Everything that is told of a state
 * is read off what was measured of it, so that formula, drawing, voice and table cannot disagree.
 */
export interface FigureDefinition<S extends object, Q = undefined> {
  /** The figure's name in code, in `data-figure` and in addresses. */
  readonly name: string;
  readonly settings: Settings<S>;
  /** What each term of the formula means, spoken when the term takes the focus. */
  readonly terms: Readonly<Record<string, string>>;
  /**
   * The quantities of a state. Called once for each state that is shown, and again when a signal
   * that it reads has changed.
   */
  readonly measure: (state: S) => Q;
  /** The text of each slot of the formula. */
  readonly slotTexts: (state: S, quantities: Q) => Readonly<Record<string, string>>;
  /** The numbers of the formula that the reader may set there, by slot. */
  readonly dials?: Dials<S, Q>;
  /** Settings that the figure itself changes as it runs: no phrase of the text holds it to them. */
  readonly drifting?: readonly (keyof S)[];
  /** The variant of the formula that holds, for a formula that has variants. */
  readonly variant?: (state: S) => string;
  /** The state's outcome, terse, for a screen reader. */
  readonly spoken: (state: S, quantities: Q) => string;
  /**
   * What the figure shows as a table, for a figure that has more to tell than its address; undefined
   * while there is nothing in it.
   */
  readonly csv?: (state: S, quantities: Q) => string | undefined | Promise<string | undefined>;
}

export interface FigureHandle<S extends object, Q = unknown> {
  readonly state: Signal<S>;
  /** What is measured of the state. */
  readonly quantities: ReadonlySignal<Q>;
  /** Measures any state, such as the next of a descent. */
  measure(state: S): Q;
  /** False until the figure is hydrated: its controls are disabled so long. */
  readonly ready: Signal<boolean>;
  readonly spoken: Signal<string>;
  readonly problems: Signal<readonly string[]>;
  /** Tries once more what could not be fetched, while that is a problem. */
  readonly retry: Signal<(() => void) | undefined>;
  /** Goes on any element of the figure. */
  readonly anchor: RefObject<HTMLDivElement>;
}

/** Ties an island to the figure around it: address, formula, highlight, live region, `data-ready`. */
export function useFigure<S extends object, Q = undefined>(
  definition: FigureDefinition<S, Q>,
): FigureHandle<S, Q> {
  const state = useSignal(initialState(definition.settings));
  const handle: FigureHandle<S, Q> = {
    state,
    quantities: useComputed(() => definition.measure(state.value)),
    measure: definition.measure,
    ready: useSignal(false),
    spoken: useSignal(''),
    problems: useSignal<readonly string[]>([]),
    retry: useSignal<(() => void) | undefined>(undefined),
    anchor: useRef<HTMLDivElement>(null),
  };
  useEffect(() => attach(definition, handle), []);
  return handle;
}

/** Returns how to detach the figure again. */
function attach<S extends object, Q>(
  definition: FigureDefinition<S, Q>,
  handle: FigureHandle<S, Q>,
): () => void {
  const root = handle.anchor.current?.closest<HTMLElement>('[data-figure]');
  if (!root) throw new Error(`${definition.name} stands outside a <Figure>.`);
  unfoldFormulas(root);
  const { name, settings, drifting = [] } = definition;
  const { state, quantities, problems } = handle;

  const fromAddress = readState(parametersOf(location.search), name, settings);
  state.value = fromAddress.state;
  problems.value = fromAddress.problems;
  const stops = [
    keepTranslatedTexts(root),
    keepFocus(root),
    tellState(root, definition, handle),
    bindHighlight(root, definition.terms),
    bindDials({
      figure: root,
      dials: definition.dials ?? {},
      state,
      quantities,
      complain: (problem) => {
        problems.value = problem ? [problem] : [];
      },
    }),
    answerTries({ root, name, settings, drifting, state }),
  ];
  handle.ready.value = true;
  root.dataset['ready'] = 'true';
  return () => {
    for (const stop of stops) stop();
  };
}

/** Keeps the formula and the live region at what is measured. */
function tellState<S extends object, Q>(
  root: HTMLElement,
  { variant, slotTexts, spoken }: FigureDefinition<S, Q>,
  handle: FigureHandle<S, Q>,
): () => void {
  const formula = findFormula(root);
  const announcer = createAnnouncer((text) => {
    handle.spoken.value = text;
  });
  announcer.skip(spoken(handle.state.value, handle.quantities.value));
  const stopTelling = effect(() => {
    const [state, quantities] = [handle.state.value, handle.quantities.value];
    if (variant) formula.choose(variant(state));
    formula.write(slotTexts(state, quantities));
    announcer.announce(spoken(state, quantities));
  });
  return () => {
    stopTelling();
    announcer.stop();
  };
}

/** Calls back when a phrase of the text sets the figure: what moves by itself may give way. */
export function useTryEvent(anchor: RefObject<Element>, onTry: () => void): void {
  useEffect(() => {
    const figure = anchor.current?.closest('[data-figure]');
    figure?.addEventListener(TRY_EVENT, onTry);
    return () => figure?.removeEventListener(TRY_EVENT, onTry);
  }, []);
}
