/**
 * Formula and drawing are one thing: pointing at (or focusing) a term of the formula,
 * `data-term="name"`, lights the marks of the drawing that mean the same, `data-mark="name"`, and
 * the other way round. Lit elements carry `data-lit`.
 */
export function bindHighlight(
  figure: HTMLElement,
  termLabels: Readonly<Record<string, string>>,
): () => void {
  const parts = [...figure.querySelectorAll<Element>('[data-term], [data-mark]')];
  const nameOf = (element: Element | null | undefined) =>
    element?.getAttribute('data-term') ?? element?.getAttribute('data-mark') ?? undefined;
  const nameAt = (target: EventTarget | null) =>
    target instanceof Element ? nameOf(target.closest('[data-term], [data-mark]')) : undefined;

  makeTermsFocusable(figure, termLabels);

  let hovered: string | undefined;
  let focused: string | undefined;
  const light = () => {
    const lit = hovered ?? focused;
    for (const part of parts) part.toggleAttribute('data-lit', lit === nameOf(part) && !!lit);
  };
  const follow = new AbortController();
  const on = (type: string, listener: (event: Event) => void) =>
    figure.addEventListener(type, listener, { signal: follow.signal });
  on('pointerover', ({ target }) => {
    hovered = nameAt(target);
    light();
  });
  on('pointerleave', () => {
    hovered = undefined;
    light();
  });
  on('focusin', ({ target }) => {
    focused = nameAt(target);
    light();
  });
  on('focusout', () => {
    focused = undefined;
    light();
  });
  return () => follow.abort();
}

/** Each term takes the focus once per formula, where it first stands. */
function makeTermsFocusable(figure: HTMLElement, labels: Readonly<Record<string, string>>): void {
  for (const formula of figure.querySelectorAll('.formula')) {
    const seen = new Set<string>();
    for (const term of formula.querySelectorAll<HTMLElement>('[data-term]')) {
      const name = term.dataset['term'] ?? '';
      if (seen.has(name)) continue;
      seen.add(name);
      term.tabIndex = 0;
      term.setAttribute('role', 'group');
      term.setAttribute('aria-label', labels[name] ?? name);
    }
  }
}
