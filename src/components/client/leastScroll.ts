/** Something from its upper to its lower edge, in pixels from the top of the window. */
export interface Span {
  readonly top: number;
  readonly bottom: number;
}

/** Whether all of them stand within the view. */
export const isWithin = (view: Span, ...spans: readonly Span[]): boolean =>
  spans.every(({ top, bottom }) => top >= view.top && bottom <= view.bottom);

/** The least to scroll by to have all of them within the view, or undefined where they do not fit. */
export function leastScroll(view: Span, ...spans: readonly Span[]): number | undefined {
  const least = Math.max(...spans.map(({ bottom }) => bottom)) - view.bottom;
  const most = Math.min(...spans.map(({ top }) => top)) - view.top;
  return least > most ? undefined : Math.max(least, Math.min(most, 0));
}
