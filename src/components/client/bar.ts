/** Less than this is no direction: a finger trembles, and a browser rounds. */
const STEADY = 4;

/**
 * On a narrow page the bar gives way while one reads down and comes back on the way up, but not over
 * a figure, whose drawing may stand at the top of the window.
 */
export function giveWayWhileReading(): void {
  const bar = document.querySelector<HTMLElement>('.bar');
  if (!bar) return;
  let last = scrollY;
  const follow = () => {
    if (Math.abs(scrollY - last) < STEADY) return;
    const isDown = scrollY > last;
    last = scrollY;
    const height = bar.offsetHeight;
    const below = document.elementFromPoint(innerWidth / 2, height + 1);
    const isAway = scrollY > height && (isDown || below?.closest('[data-figure]'));
    bar.toggleAttribute('data-away', Boolean(isAway));
  };
  addEventListener('scroll', follow, { passive: true });
}
