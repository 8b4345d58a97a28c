import { STILL } from '../controls/still.ts';

/**
 * Formula and drawing are one thing: pointing at (or focusing) a term of the formula,
 * `data-term="name"`, lights the marks of the drawing that mean the same, `data-mark="name"`, and
 * the other way round. Lit elements carry `data-lit`. What a finger taps stays lit until it taps
 * elsewhere; what was dragged is lit no longer than the drag, though it keeps the focus.
 */
export function bindHighlight(
  figure: HTMLElement,
  termLabels: Readonly<Record<string, string>>,
): () => void {
  const parts = [...figure.querySelectorAll<Element>('[data-term], [data-mark]')];
  const follow = new AbortController();
  makeTermsFocusable(figure, termLabels, follow.signal);

  let hovered: string | undefined;
  let focused: string | undefined;
  const light = () => {
    const lit = hovered ?? focused;
    for (const part of parts) part.toggleAttribute('data-lit', lit === nameOf(part) && !!lit);
  };
  followHover(figure, follow.signal, (name) => {
    hovered = name;
    light();
  });
  followFocus(figure, follow.signal, (name) => {
    focused = name;
    light();
  });
  return () => follow.abort();
}

type Tell = (name: string | undefined) => void;

const nameOf = (element: Element | null | undefined) =>
  element?.getAttribute('data-term') ?? element?.getAttribute('data-mark') ?? undefined;

const nameAt = (target: EventTarget | null) =>
  target instanceof Element ? nameOf(target.closest('[data-term], [data-mark]')) : undefined;

/** Tells what the pointer is on. */
function followHover(figure: HTMLElement, signal: AbortSignal, tell: Tell): void {
  figure.addEventListener('pointerover', ({ target }) => tell(nameAt(target)), { signal });
  figure.addEventListener('pointerleave', () => tell(undefined), { signal });
}

/** Tells what has the focus by key or tap. A press of the mouse gives it too, and tells nothing. */
function followFocus(figure: HTMLElement, signal: AbortSignal, tell: Tell): void {
  let press: PointerEvent | undefined;
  figure.addEventListener(
    'pointerdown',
    (event) => {
      press = event;
    },
    // Before the point or number that is pressed takes the focus.
    { signal, capture: true },
  );
  figure.addEventListener(
    'pointermove',
    ({ pointerId, clientX, clientY }) => {
      if (press?.pointerId !== pointerId) return;
      if (Math.hypot(clientX - press.clientX, clientY - press.clientY) >= STILL) tell(undefined);
    },
    { signal },
  );
  const release = () => {
    press = undefined;
  };
  // Also outside the figure: a press may end there.
  for (const type of ['pointerup', 'pointercancel'])
    document.addEventListener(type, release, { signal });
  figure.addEventListener(
    'focusin',
    ({ target }) => tell(press?.pointerType === 'mouse' ? undefined : nameAt(target)),
    { signal },
  );
  figure.addEventListener('keydown', ({ target }) => tell(nameAt(target)), { signal });
  figure.addEventListener('focusout', () => tell(undefined), { signal });
}

/**
 * Each term takes the focus once per formula, where it first stands. The terms of a formula are one
 * stop of the Tab key: from one to the next the arrow keys lead.
 */
function makeTermsFocusable(
  figure: HTMLElement,
  labels: Readonly<Record<string, string>>,
  signal: AbortSignal,
): void {
  for (const formula of figure.querySelectorAll<HTMLElement>('.formula')) {
    const terms = new Map<string, HTMLElement>();
    for (const term of formula.querySelectorAll<HTMLElement>('[data-term]')) {
      const name = term.dataset['term'] ?? '';
      if (terms.has(name)) continue;
      terms.set(name, term);
      term.setAttribute('role', 'group');
      term.setAttribute('aria-label', labels[name] ?? name);
    }
    walkByArrows(formula, [...terms.values()], signal);
  }
}

const WAYS: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1 };

/** Of some elements one at a time is a stop of the Tab key; the arrow keys lead to the others. */
function walkByArrows(within: HTMLElement, stops: readonly HTMLElement[], signal: AbortSignal) {
  const stopAt = (place: number) => {
    for (const [k, stop] of stops.entries()) stop.tabIndex = k === place ? 0 : -1;
  };
  stopAt(0);
  within.addEventListener(
    'keydown',
    (event) => {
      const from = stops.indexOf(event.target as HTMLElement);
      const way = WAYS[event.key];
      if (from < 0 || way === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
      const to = (from + way + stops.length) % stops.length;
      stopAt(to);
      stops[to]!.focus({ preventScroll: true });
      event.preventDefault();
    },
    { signal },
  );
}
