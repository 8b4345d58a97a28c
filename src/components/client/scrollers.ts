/** What may be too wide for its column: as in styles/scrollers.css. */
const SCROLLERS = '.formula, .table, pre, .triplet-inspector, .figure-inspector, .panel-triplet';

/** What is too wide scrolls by itself, and is then reached and scrolled by the keyboard too. */
export function makeScrollersFocusable(): void {
  const observer = new ResizeObserver((entries) => {
    for (const { target } of entries) {
      if (target.scrollWidth > target.clientWidth) target.setAttribute('tabindex', '0');
      else target.removeAttribute('tabindex');
    }
  });
  for (const scroller of document.querySelectorAll(SCROLLERS)) observer.observe(scroller);
}
