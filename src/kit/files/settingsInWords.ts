import { changedKeys, keysOf } from '../figure/urlState.ts';
import type { Settings } from '../figure/settings.ts';

/** So many settings are all told; of more, those that are not as at first. */
const FEW = 6;
/** A longer value is no words: the link has it. */
const LONGEST = 40;

/**
 * A figure's settings as a line of words, such as "margin 0.3 · learning rate 0.001 · not squared": all,
 * if there are few.
 */
export function settingsInWords<S extends object>(
  settings: Settings<S>,
  state: S,
  few = FEW,
): string {
  const all = keysOf(settings);
  const changed = changedKeys(settings, state);
  const told = (all.length > few ? changed : all).flatMap((key) => {
    const value = settings[key].format(state[key]);
    const isTold = value.length <= LONGEST || changed.includes(key);
    return isTold ? [inWords(key, value)] : [];
  });
  return told.length > 0 ? told.join(' · ') : 'Settings as the figure begins with them';
}

const inWords = (key: string, value: string): string => {
  const name = key.replace(/\B[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  if (value === 'true') return name;
  if (value === 'false') return `not ${name}`;
  if (value.length > LONGEST) return `${name} as in the link`;
  return `${name} ${inShort(value.replaceAll('_', ', '))}`;
};

/** Numbers with no more decimals than can be told apart in a drawing. */
const inShort = (value: string): string =>
  value.replace(/-?\d+\.\d{4,}(?!\d*e)/g, (number) =>
    String(Number(Number(number).toPrecision(3))),
  );
