/** What the page tells a newer release that waits: that the reader wants it now. */
export const TAKE_OVER = 'take over';
