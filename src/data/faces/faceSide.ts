/** Pixels along a side of the pictures that the network sees. */
export const FACE_SIDE = 32;
