/** A number with as many digits as tell it, at most four of them. */
export const told = (number: number): string =>
  Number.isInteger(number)
    ? number.toLocaleString('en')
    : Number(number.toPrecision(4)).toLocaleString('en', { maximumSignificantDigits: 4 });

/** A height as it is written beside its formula. */
export const toldHeight = (height: number): string =>
  height >= 1 ? height.toFixed(4) : Number(height.toPrecision(4)).toString();
