import digits from './digits.json';

const SIZE = 28 ** 2;

/** One of the held-out digits of a class, counted around: bytes from 0 (paper) to 255 (ink). */
export function digitPixels(digit: keyof typeof digits, place: number): Uint8Array {
  const bytes = Uint8Array.from(atob(digits[digit]), (letter) => letter.charCodeAt(0));
  const at = (place % (bytes.length / SIZE)) * SIZE;
  return bytes.slice(at, at + SIZE);
}
