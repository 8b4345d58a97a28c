/** Of its largest radius, below which a cloud has collapsed, and from which on it is back. */
const COLLAPSED = 0.05;
const BACK = 0.5;
/** No step of a descent makes a cloud so many times larger: that was the reader's hand. */
const LEAP = 2;

/** Whether a cloud collapsed and came back, step by step of a descent. */
export function wentThereAndBack(radii: readonly number[]): boolean {
  let largest = 0;
  let before = 0;
  let hasCollapsed = false;
  for (const radius of radii) {
    if (radius > LEAP * before) {
      largest = radius;
      hasCollapsed = false;
    }
    largest = Math.max(largest, radius);
    if (radius < COLLAPSED * largest) hasCollapsed = true;
    if (hasCollapsed && radius >= BACK * largest) return true;
    before = radius;
  }
  return false;
}
