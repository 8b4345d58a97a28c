/** So far from the window, or closer, what can come to life does: beyond its edges, on each side. */
export const NEAR = '600px';
