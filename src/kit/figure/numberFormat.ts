/** A number for reading: fixed digits, a true minus sign, and no "−0.00". */
export function formatNumber(value: number, digits = 2): string {
  const text = value.toFixed(digits);
  if (!text.startsWith('-')) return text;
  return Number(text) === 0 ? text.slice(1) : `−${text.slice(1)}`;
}

/** A count, to the nearest whole number, with its thousands told apart. */
export const formatCount = (count: number): string => Math.round(count).toLocaleString('en');

/** A share of 1 as a percentage, never parted from its sign at the end of a line. */
export const formatPercent = (share: number, digits = 1): string =>
  `${formatNumber(100 * share, digits)}\u00a0%`;
