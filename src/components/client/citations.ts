/**
 * Shows the full reference of a citation on hover, focus and tap; Escape closes it. Without
 * scripts a citation is a link to the reference list, which is where the details come from.
 */

const OPEN_AFTER_MS = 120;
const CLOSE_AFTER_MS = 250;
const GAP = 8;

function createDetails(): HTMLElement {
  const details = document.createElement('div');
  details.id = 'citation-details';
  details.className = 'citation-details';
  details.role = 'tooltip';
  details.popover = 'manual';
  document.body.append(details);
  return details;
}

/** Below the citation, or above it where there is more room; never beyond the window's sides. */
function place(details: HTMLElement, link: HTMLElement): void {
  const { left, top, bottom } = link.getClientRects()[0] ?? link.getBoundingClientRect();
  const { clientWidth, clientHeight } = document.documentElement;
  const fitsBelow = bottom + GAP + details.offsetHeight <= clientHeight;
  const y = fitsBelow ? bottom + GAP : top - GAP - details.offsetHeight;
  const x = Math.min(Math.max(left, GAP), clientWidth - details.offsetWidth - GAP);
  details.style.left = `${x + scrollX}px`;
  details.style.top = `${y + scrollY}px`;
}

export function showCitationDetails(): void {
  const links = document.querySelectorAll<HTMLAnchorElement>('[data-cite]');
  if (links.length === 0) return;
  const details = createDetails();
  let shownFor: HTMLAnchorElement | undefined;
  let timer = 0;

  const close = () => {
    window.clearTimeout(timer);
    shownFor?.removeAttribute('aria-describedby');
    shownFor = undefined;
    details.hidePopover();
  };
  const open = (link: HTMLAnchorElement) => {
    window.clearTimeout(timer);
    if (shownFor === link) return;
    close();
    const reference = document.querySelector(`${link.hash} .reference`);
    if (!reference) return;
    details.replaceChildren(reference.cloneNode(true));
    link.setAttribute('aria-describedby', details.id);
    shownFor = link;
    details.showPopover();
    place(details, link);
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
    link.addEventListener('blur', () => later(CLOSE_AFTER_MS, close));
    link.addEventListener('click', (event) => {
      // A finger cannot hover: its tap shows the details instead of leaving the place.
      if (!(event instanceof PointerEvent) || event.pointerType !== 'touch') return close();
      event.preventDefault();
      if (shownFor === link) close();
      else open(link);
    });
  }
  details.addEventListener('pointerenter', () => window.clearTimeout(timer));
  details.addEventListener('pointerleave', () => later(CLOSE_AFTER_MS, close));
  document.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') close();
  });
  document.addEventListener('pointerdown', ({ target }) => {
    const inside = target instanceof Element && target.closest('[data-cite], .citation-details');
    if (!inside) close();
  });
}
