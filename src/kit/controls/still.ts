/** A pointer that moves less than so many pixels before it is lifted has pressed, and not dragged. */
export const STILL = 4;
