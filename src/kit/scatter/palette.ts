import { tokenColour } from '../figure/theme.ts';
import type { Rgb } from './pixels.ts';

export const DIGITS = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9] as const;

/** The colour of a class, for styles; with more classes than colours they begin again. */
export const colourOf = (label: number): string => `var(--digit-${label % DIGITS.length})`;

/** The bytes of a colour token, which are hex values such as #17969b; a build makes #fff of #ffffff. */
export function rgbOf(token: string): Rgb {
  const hex = tokenColour(token).slice(1);
  const digits = hex.length / 3;
  const byte = (channel: number) =>
    Number.parseInt(hex.slice(channel * digits, (channel + 1) * digits).repeat(2 / digits), 16);
  return [byte(0), byte(1), byte(2)];
}

export interface Palette {
  readonly paper: Rgb;
  readonly digits: readonly Rgb[];
}

/** The colours of the current theme, for writing pixels. */
export const readPalette = (): Palette => ({
  paper: rgbOf('--paper'),
  digits: DIGITS.map((digit) => rgbOf(`--digit-${digit}`)),
});
