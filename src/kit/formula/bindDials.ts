import { effect, type Signal } from '@preact/signals';
import { type Dial, dragDial, stepDial, typeDial } from './dial.ts';
import { formatNumber } from '../figure/numberFormat.ts';

/** The numbers of a figure's formula that can be set, by slot. */
export type Dials<S> = Readonly<Record<string, Dial<S>>>;

interface DialBinding<S> {
  readonly figure: HTMLElement;
  readonly dials: Dials<S>;
  readonly state: Signal<S>;
  readonly initial: S;
  /** Told what is wrong with a typed number, and with nothing when all is well again. */
  complain(problem: string | undefined): void;
}

const STEPS: ReadonlyMap<string, number> = new Map([
  ['ArrowUp', 1],
  ['ArrowRight', 1],
  ['ArrowDown', -1],
  ['ArrowLeft', -1],
  ['PageUp', 10],
  ['PageDown', -10],
]);

/**
 * Makes numbers of a formula spin buttons where they stand: dragged sideways, stepped with the
 * arrow keys (Shift for fine steps), typed; Escape goes back to where it was picked up, Home to the
 * default. A number that stands several times takes the focus once per formula.
 */
export function bindDials<S>(binding: DialBinding<S>): () => void {
  const stops: (() => void)[] = [];
  for (const formula of binding.figure.querySelectorAll('.formula'))
    for (const [slot, dial] of Object.entries(binding.dials)) {
      // The MathML copy's slots are <mn>: read, not handled.
      const places = [...formula.querySelectorAll<HTMLElement>(`span[data-slot="${slot}"]`)];
      places.forEach((place, k) => {
        stops.push(bindPlace(place, k === 0, dial, binding));
      });
    }
  return () => {
    for (const stop of stops) stop();
  };
}

function bindPlace<S>(
  place: HTMLElement,
  takesFocus: boolean,
  dial: Dial<S>,
  { state, initial, complain }: DialBinding<S>,
): () => void {
  const follow = new AbortController();
  const on = <K extends keyof HTMLElementEventMap>(
    type: K,
    listener: (event: HTMLElementEventMap[K]) => void,
  ) => place.addEventListener(type, listener, { signal: follow.signal });

  let pickedUp = state.value;
  let typed = '';
  // Each key sets the number anew from where the typing began: a passing 0 loses nothing.
  let typedFrom = state.value;
  const settle = () => {
    typed = '';
    place.removeAttribute('aria-invalid');
    complain(undefined);
  };
  const type = (text: string) => {
    if (typed === '') typedFrom = state.value;
    typed = text;
    if (typed === '') return settle();
    const result = typeDial(dial, typedFrom, typed);
    const isWrong = typeof result === 'string';
    if (isWrong) place.setAttribute('aria-invalid', 'true');
    else place.removeAttribute('aria-invalid');
    complain(isWrong ? result : undefined);
    if (!isWrong) state.value = result;
  };

  on('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const steps = STEPS.get(event.key);
    if (steps !== undefined) {
      settle();
      state.value = stepDial(dial, state.value, steps, event.shiftKey);
    } else if (event.key === 'Home') {
      settle();
      state.value = dial.set(state.value, dial.get(initial));
    } else if (event.key === 'Escape') {
      settle();
      state.value = dial.set(state.value, dial.get(pickedUp));
    } else if (event.key === 'Enter') settle();
    else if (event.key === 'Backspace') type(typed.slice(0, -1));
    else if (/^[\d.-]$/.test(event.key)) type(typed + event.key);
    else return;
    event.preventDefault();
  });
  on('focus', () => {
    pickedUp = state.value;
  });
  on('blur', settle);

  let drag: { readonly pointer: number; readonly x: number; readonly start: S } | undefined;
  on('pointerdown', (event) => {
    if (event.button !== 0) return;
    pickedUp = state.value;
    drag = { pointer: event.pointerId, x: event.clientX, start: state.value };
    place.setPointerCapture(event.pointerId);
    if (takesFocus) place.focus({ preventScroll: true });
    // Dragging a number is no selecting of text.
    event.preventDefault();
  });
  on('pointermove', (event) => {
    if (drag?.pointer === event.pointerId)
      state.value = dragDial(dial, drag.start, event.clientX - drag.x);
  });
  const release = () => {
    drag = undefined;
  };
  on('pointerup', release);
  on('pointercancel', release);

  place.dataset['dial'] = '';
  if (!takesFocus) return () => follow.abort();

  place.tabIndex = 0;
  place.setAttribute('role', 'spinbutton');
  place.setAttribute('aria-label', dial.label);
  const stopEffect = effect(() => {
    const value = dial.get(state.value);
    const { min, max } = dial.range(state.value);
    place.setAttribute('aria-valuenow', String(value));
    place.setAttribute('aria-valuetext', formatNumber(value));
    place.setAttribute('aria-valuemin', String(min));
    place.setAttribute('aria-valuemax', String(max));
  });
  return () => {
    follow.abort();
    stopEffect();
  };
}
