/**
 * On a part that one finger drags: keeps the page from scrolling under it. Two fingers stay the
 * page's, to zoom. (Chromium does not heed touch-action on parts of an SVG, or a style would do.)
 */
export function holdPage(event: TouchEvent): void {
  if (event.touches.length === 1) event.preventDefault();
}
