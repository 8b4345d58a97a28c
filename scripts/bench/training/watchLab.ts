/** What a run in the lab has come to, in milliseconds since Run was pressed. */
export interface Seen {
  /** The embedding as it is drawn first, and when it was seen to have moved. */
  firstPlaces?: string;
  moved?: number;
  /** By goal: when that kNN accuracy was told, and after how many steps. */
  readonly reached: Record<string, { readonly at: number; readonly step: number }>;
  /** When tasks of over 50 ms began on the page's own thread. */
  readonly longTasks: number[];
}

/**
 * Notes in the page, as it happens, what the lab shows after Run has been pressed: asking from outside
 * would come late, and cost the page time. Runs before the page's own scripts, by itself: it may use
 * nothing from around it.
 */
export function watchLab(goals: readonly number[]): void {
  const seen: Seen = { reached: {}, longTasks: [] };
  Object.assign(window, { seen });
  let pressed: number | undefined;
  const elapsed = () => performance.now() - pressed!;

  function look(figure: Element): void {
    if (pressed === undefined) return;
    const places = [...figure.querySelectorAll('.lab-live .lab-median')].map((median) =>
      Number(median.getAttribute('x')),
    );
    // A median that nothing has drawn yet lies outside.
    if (places.some((x) => x > 0)) {
      seen.firstPlaces ??= places.join();
      if (places.join() !== seen.firstPlaces) seen.moved ??= elapsed();
    }
    const quantity = (name: string) =>
      Number(figure.querySelector(`[data-quantity="${name}"]`)?.getAttribute('data-value'));
    for (const goal of goals)
      if (quantity('knnAccuracy') >= goal)
        seen.reached[goal] ??= { at: elapsed(), step: quantity('step') };
  }

  document.addEventListener(
    'click',
    ({ target, timeStamp }) => {
      if ((target as Element).closest('.lab-run .primary')) pressed ??= timeStamp;
    },
    { capture: true },
  );
  document.addEventListener('DOMContentLoaded', () => {
    const figure = document.querySelector('[data-figure="TrainingLab"]')!;
    new MutationObserver(() => look(figure)).observe(figure, {
      subtree: true,
      attributeFilter: ['x', 'data-value'],
    });
  });
  new PerformanceObserver((list) => {
    if (pressed === undefined) return;
    seen.longTasks.push(...list.getEntries().map(({ startTime }) => startTime - pressed!));
  }).observe({ type: 'longtask' });
}
