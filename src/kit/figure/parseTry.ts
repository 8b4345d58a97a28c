import type { Settings } from './settings.ts';

const DEFAULT = 'default';

/**
 * The settings that a phrase of the text asks for: `j: 1.2_0.9; y: 0`, spelled as in an address,
 * or `j: default` for what the figure starts with.
 * Throws on a setting that the figure lacks and on a value that the setting does not take.
 */
export function parseTry<S extends object>(
  figure: string,
  settings: Settings<S>,
  text: string,
): Partial<S> {
  const wanted: Partial<S> = {};
  for (const part of text.split(';')) {
    const [key, value, ...rest] = part.split(':').map((word) => word.trim());
    if (!key || !value || rest.length > 0)
      throw new Error(`“${part.trim()}” is not “setting: value”, in the phrase “${text}”.`);
    if (!isSetting(settings, key)) {
      const known = Object.keys(settings).join(', ');
      throw new Error(`${figure} has no setting “${key}”: known are ${known}.`);
    }
    const { initial, parse } = settings[key];
    const parsed = value === DEFAULT ? initial : parse(value);
    if (parsed === undefined)
      throw new Error(`${figure} cannot set ${key} to “${value}”: it is ${settings[key].expects}.`);
    wanted[key] = parsed;
  }
  return wanted;
}

const isSetting = <S extends object>(settings: Settings<S>, key: string): key is keyof S & string =>
  Object.hasOwn(settings, key);
