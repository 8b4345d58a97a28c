/**
 * The live formulas of one figure: their slots (`data-slot`, in the visible tree and in the MathML
 * copy alike) and the variants of which one at a time is shown (`data-when`).
 */
export interface Formula {
  /** Writes each slot's text wherever the slot occurs. Throws on a slot that the page lacks. */
  write(texts: Readonly<Record<string, string>>): void;
  /** Shows the parts whose `data-when` is the given variant and hides the others. */
  choose(variant: string): void;
}

export function findFormula(figure: Element): Formula {
  const slots = new Map<string, Text[]>();
  for (const element of figure.querySelectorAll<HTMLElement>('[data-slot]')) {
    const name = element.dataset['slot'] ?? '';
    slots.set(name, [...(slots.get(name) ?? []), textOf(element)]);
  }
  let chosen: string | undefined;
  const variants = [...figure.querySelectorAll<HTMLElement>('[data-when]')];
  return {
    write(texts) {
      for (const [name, text] of Object.entries(texts)) {
        const nodes = slots.get(name);
        if (!nodes) throw new Error(`The formula has no slot "${name}".`);
        for (const node of nodes) if (node.data !== text) node.data = text;
      }
    },
    choose(variant) {
      // Hiding what is hidden has all within it styled anew, in every frame of a drag.
      if (variant === chosen) return;
      chosen = variant;
      for (const element of variants) element.hidden = element.dataset['when'] !== variant;
    },
  };
}

/**
 * The one text node of a slot. KaTeX splits "0.50" into several leaves, hidden from assistive
 * technology; one hidden leaf takes their place.
 */
function textOf(slot: HTMLElement): Text {
  const document = slot.ownerDocument;
  const text = document.createTextNode(slot.textContent);
  if (slot.namespaceURI?.endsWith('MathML')) {
    slot.replaceChildren(text);
  } else {
    const leaf = document.createElement('span');
    leaf.setAttribute('aria-hidden', 'true');
    leaf.append(text);
    slot.replaceChildren(leaf);
  }
  return text;
}
