import { effect, type ReadonlySignal, type Signal } from '@preact/signals';
import { stepsOfKey } from '../controls/keys.ts';
import { STILL } from '../controls/still.ts';
import { formatNumber } from '../figure/numberFormat.ts';
import {
  type Dial,
  dragDial,
  endDial,
  flipDial,
  isSwitch,
  type Reading,
  stepDial,
  typeDial,
} from './dial.ts';

/** The numbers of a figure's formula that can be set, by slot. */
export type Dials<S, Q> = Readonly<Record<string, Dial<S, Q>>>;

interface DialBinding<S, Q> {
  readonly figure: HTMLElement;
  readonly dials: Dials<S, Q>;
  readonly state: Signal<S>;
  readonly quantities: ReadonlySignal<Q>;
  /** Told what is wrong with a typed number, and with nothing when all is well again. */
  complain(problem: string | undefined): void;
}

/**
 * Makes numbers of a formula spin buttons where they stand: dragged sideways, stepped with the
 * arrow keys (Shift for fine steps), taken to an end of its range with Home and End, typed; Escape
 * goes back to where it was picked up. One of two values is changed to the other by a press, Enter or
 * Space. A number that stands several times takes the focus once per formula.
 */
export function bindDials<S, Q>(binding: DialBinding<S, Q>): () => void {
  const stops: (() => void)[] = [];
  for (const formula of binding.figure.querySelectorAll('.formula'))
    for (const [slot, dial] of Object.entries(binding.dials)) {
      // The MathML copy's slots are <mn>: read, not handled.
      const places = [...formula.querySelectorAll<HTMLElement>(`span[data-slot="${slot}"]`)];
      places.forEach((element, k) => {
        stops.push(bindPlace(element, k === 0, dial, binding));
      });
    }
  return () => {
    for (const stop of stops) stop();
  };
}

/** One place of a formula where a number can be set. */
interface Place<S, Q> {
  readonly element: HTMLElement;
  readonly dial: Dial<S, Q>;
  readonly binding: DialBinding<S, Q>;
  /** The present state, measured. */
  read(): Reading<S, Q>;
  on<K extends keyof HTMLElementEventMap>(
    type: K,
    listener: (event: HTMLElementEventMap[K]) => void,
  ): void;
  /** Where Escape goes back to. */
  pickedUp: Reading<S, Q>;
}

function bindPlace<S, Q>(
  element: HTMLElement,
  takesFocus: boolean,
  dial: Dial<S, Q>,
  binding: DialBinding<S, Q>,
): () => void {
  const listeners = new AbortController();
  const { state, quantities } = binding;
  const read = () => ({ state: state.value, quantities: quantities.value });
  const place: Place<S, Q> = {
    element,
    dial,
    binding,
    read,
    on: (type, listener) => element.addEventListener(type, listener, { signal: listeners.signal }),
    pickedUp: read(),
  };
  bindKeys(place);
  bindDrag(place, takesFocus);
  element.dataset['dial'] = isSwitch(dial, read()) ? 'switch' : '';
  const stops = takesFocus ? [describe(place), offerSteps(place)] : [];
  return () => {
    listeners.abort();
    for (const stop of stops) stop();
  };
}

/** The keys that leave the number whole: the state after one; undefined for any other key. */
function stateOfKey<S, Q>(place: Place<S, Q>, { key, shiftKey }: KeyboardEvent): S | undefined {
  const { dial, pickedUp, read } = place;
  const steps = stepsOfKey(key);
  if (steps !== undefined) return stepDial(dial, read(), steps, shiftKey);
  switch (key) {
    case 'Home':
      return endDial(dial, read(), 'min');
    case 'End':
      return endDial(dial, read(), 'max');
    case 'Escape':
      return dial.set(read().state, dial.get(pickedUp.state, pickedUp.quantities));
    case 'Enter':
    case ' ':
      return isSwitch(dial, read()) ? flipDial(dial, read()) : read().state;
    default:
      return undefined;
  }
}

/** Steps, ends, Escape, and digits. */
function bindKeys<S, Q>(place: Place<S, Q>): void {
  const { binding, read } = place;
  const typing = createTyping(place);
  const act = (event: KeyboardEvent): boolean => {
    const { key } = event;
    const next = stateOfKey(place, event);
    if (next !== undefined) {
      typing.settle();
      binding.state.value = next;
    } else if (key === 'Backspace') typing.erase();
    else if (/^[\d.-]$/.test(key)) typing.add(key);
    else return false;
    return true;
  };
  place.on('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (act(event)) event.preventDefault();
  });
  place.on('focus', () => {
    place.pickedUp = read();
  });
  place.on('blur', typing.settle);
}

/** A number that is typed where it stands: what is out of range is told and not taken. */
function createTyping<S, Q>({ element, dial, binding, read }: Place<S, Q>) {
  const { state, complain } = binding;
  let typed = '';
  // Each key sets the number anew from where the typing began: a passing 0 loses nothing.
  let typedFrom = read();
  const settle = () => {
    typed = '';
    element.removeAttribute('aria-invalid');
    complain(undefined);
  };
  const type = (text: string) => {
    if (typed === '') typedFrom = read();
    typed = text;
    if (typed === '') return settle();
    const result = typeDial(dial, typedFrom, typed);
    const isWrong = typeof result === 'string';
    if (isWrong) element.setAttribute('aria-invalid', 'true');
    else element.removeAttribute('aria-invalid');
    complain(isWrong ? result : undefined);
    if (!isWrong) state.value = result;
  };
  return {
    settle,
    add: (key: string) => type(typed + key),
    erase: () => type(typed.slice(0, -1)),
  };
}

/** Sideways, by pointer and touch; a press on one of two values takes the other. */
function bindDrag<S, Q>(place: Place<S, Q>, takesFocus: boolean): void {
  const { element, dial, binding, read } = place;
  let drag:
    | {
        readonly pointer: number;
        readonly x: number;
        readonly start: Reading<S, Q>;
        isStill: boolean;
      }
    | undefined;
  place.on('pointerdown', (event) => {
    if (event.button !== 0) return;
    place.pickedUp = read();
    drag = { pointer: event.pointerId, x: event.clientX, start: place.pickedUp, isStill: true };
    element.setPointerCapture(event.pointerId);
    if (takesFocus) element.focus({ preventScroll: true });
    // Dragging a number is no selecting of text.
    event.preventDefault();
  });
  place.on('pointermove', (event) => {
    if (drag?.pointer !== event.pointerId) return;
    const moved = event.clientX - drag.x;
    drag.isStill &&= Math.abs(moved) < STILL;
    binding.state.value = dragDial(dial, drag.start, moved);
  });
  const release = () => {
    drag = undefined;
  };
  place.on('pointerup', () => {
    if (drag?.isStill && isSwitch(dial, read())) binding.state.value = flipDial(dial, read());
    release();
  });
  place.on('pointercancel', release);
}

/** Shows minus and plus beside the number while it has the focus; a switch is pressed itself. */
function offerSteps<S, Q>({ element, dial, binding, read, on }: Place<S, Q>): () => void {
  let hide: (() => void) | undefined;
  const show = async () => {
    if (isSwitch(dial, read())) return;
    // Few readers set a number so: what is shown comes with the first.
    const { showSteps } = await import('./dialSteps.ts');
    if (hide || document.activeElement !== element) return;
    hide = showSteps(element, dial.label, (by) => {
      binding.state.value = stepDial(dial, read(), by, false);
    });
  };
  const leave = () => {
    hide?.();
    hide = undefined;
  };
  on('focus', () => {
    if (element.matches(':focus-visible')) void show();
  });
  // Not before a drag has ended.
  on('pointerup', () => void show());
  on('blur', leave);
  return leave;
}

/** Makes a spin button of the place, and keeps its value told. */
function describe<S, Q>({ element, dial, binding }: Place<S, Q>): () => void {
  const { state, quantities } = binding;
  element.tabIndex = 0;
  element.setAttribute('role', 'spinbutton');
  element.setAttribute('aria-label', dial.label);
  return effect(() => {
    const value = dial.get(state.value, quantities.value);
    const { min, max } = dial.range(state.value, quantities.value);
    element.setAttribute('aria-valuenow', String(value));
    element.setAttribute('aria-valuetext', formatNumber(value));
    element.setAttribute('aria-valuemin', String(min));
    element.setAttribute('aria-valuemax', String(max));
  });
}
