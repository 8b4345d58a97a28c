import type { Bound } from './call.ts';

const BYTE = 'f32((images[at >> 2u] >> (8u * (at & 3u))) & 255u) / 255.0';

/** The value at the place `at` of `images`, as a network sees it: bytes become 0 to 1. */
export const imageValue = (type: Bound['type']): string => (type === 'u32' ? BYTE : 'images[at]');
