/**
 * Shows what a link with `data-card` leads to, the full reference of a citation or the meaning of a
 * term, on hover, focus and tap; Escape closes it. It stands after its link, so that the Tab key leads
 * to the links within it. Without scripts such a link leads to the list that
 * the words of the card come from, where they are marked with `data-card-text`.
 */

const OPEN_AFTER_MS = 120;
const CLOSE_AFTER_MS = 250;
const GAP = 8;

function createCard(): HTMLElement {
  const card = document.createElement('div');
  card.id = 'card';
  card.className = 'card';
  card.popover = 'manual';
  return card;
}

/** Below the link, or above it where there is more room; never beyond the window's sides. */
function place(card: HTMLElement, link: HTMLElement): void {
  const { left, top, bottom } = link.getClientRects()[0] ?? link.getBoundingClientRect();
  const { clientWidth, clientHeight } = document.documentElement;
  const fitsBelow = bottom + GAP + card.offsetHeight <= clientHeight;
  const y = fitsBelow ? bottom + GAP : top - GAP - card.offsetHeight;
  const x = Math.min(Math.max(left, GAP), clientWidth - card.offsetWidth - GAP);
  card.style.left = `${x + scrollX}px`;
  card.style.top = `${y + scrollY}px`;
}

export function showCards(): void {
  const links = document.querySelectorAll<HTMLAnchorElement>('[data-card]');
  if (links.length === 0) return;
  const card = createCard();
  let shownFor: HTMLAnchorElement | undefined;
  let timer = 0;

  const close = () => {
    window.clearTimeout(timer);
    shownFor?.removeAttribute('aria-describedby');
    shownFor = undefined;
    card.hidePopover();
  };
  const open = (link: HTMLAnchorElement) => {
    window.clearTimeout(timer);
    if (shownFor === link) return;
    close();
    const words = document.querySelector(`${link.hash} [data-card-text]`);
    if (!words) return;
    card.replaceChildren(words.cloneNode(true));
    link.after(card);
    link.setAttribute('aria-describedby', card.id);
    shownFor = link;
    card.showPopover();
    place(card, link);
  };
  const closeUnlessUsed = () => {
    if (!card.contains(document.activeElement)) close();
  };
  const later = (milliseconds: number, action: () => void) => {
    window.clearTimeout(timer);
    timer = window.setTimeout(action, milliseconds);
  };

  for (const link of links) {
    link.addEventListener('pointerenter', ({ pointerType }) => {
      if (pointerType === 'mouse') later(OPEN_AFTER_MS, () => open(link));
    });
    link.addEventListener('pointerleave', ({ pointerType }) => {
      if (pointerType === 'mouse') later(CLOSE_AFTER_MS, close);
    });
    link.addEventListener('focus', () => {
      if (link.matches(':focus-visible')) open(link);
    });
    link.addEventListener('blur', () => later(CLOSE_AFTER_MS, closeUnlessUsed));
    link.addEventListener('click', (event) => {
      // A finger cannot hover: its tap shows the card instead of leaving the place.
      if (!(event instanceof PointerEvent) || event.pointerType !== 'touch') return close();
      event.preventDefault();
      if (shownFor === link) close();
      else open(link);
    });
  }
  card.addEventListener('pointerenter', () => window.clearTimeout(timer));
  card.addEventListener('pointerleave', () => later(CLOSE_AFTER_MS, closeUnlessUsed));
  card.addEventListener('focusout', () => later(CLOSE_AFTER_MS, closeUnlessUsed));
  document.addEventListener('keydown', ({ key }) => {
    if (key !== 'Escape') return;
    if (card.contains(document.activeElement)) shownFor?.focus();
    close();
  });
  document.addEventListener('pointerdown', ({ target }) => {
    const inside = target instanceof Element && target.closest('[data-card], .card');
    if (!inside) close();
  });
}
