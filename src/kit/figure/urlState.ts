import { valueAlone } from './mendLink.ts';
import type { Settings } from './settings.ts';

export const keysOf = <S extends object>(settings: Settings<S>) =>
  Object.keys(settings) as (keyof S & string)[];

const parameter = (figure: string, key: string) => `${figure}.${key}`;

/** The state with every setting at its default. */
export function initialState<S extends object>(settings: Settings<S>): S {
  const state: Partial<S> = {};
  for (const key of keysOf(settings)) state[key] = settings[key].initial;
  return state as S;
}

/** The settings that are not spelled as their defaults are. */
export const changedKeys = <S extends object>(settings: Settings<S>, state: S) =>
  keysOf(settings).filter(
    (key) => settings[key].format(state[key]) !== settings[key].format(settings[key].initial),
  );

export const isInitial = <S extends object>(settings: Settings<S>, state: S): boolean =>
  changedKeys(settings, state).length === 0;

export interface ReadState<S> {
  readonly state: S;
  /** One sentence for each setting that could not be read and so has its default. */
  readonly problems: readonly string[];
}

/** Reads a figure's state from an address such as `?PairForces.margin=0.5`. Never throws. */
export function readState<S extends object>(
  parameters: URLSearchParams,
  figure: string,
  settings: Settings<S>,
): ReadState<S> {
  const state = initialState(settings);
  const problems: string[] = [];
  for (const key of keysOf(settings)) {
    const text = parameters.get(parameter(figure, key));
    if (text === null) continue;
    const { parse, expects } = settings[key];
    const value = parse(text);
    const mended = value ?? parse(valueAlone(text, figure));
    if (mended !== undefined) state[key] = mended;
    if (value !== undefined) continue;
    const shown = text.length > 40 ? `${text.slice(0, 40)}…` : text;
    problems.push(
      mended === undefined
        ? `The link sets ${key} to “${shown}”, but ${key} is ${expects}. The default is shown instead.`
        : `The link sets ${key} to “${shown}”, of which the end was left out.`,
    );
  }
  const known = new Set(keysOf(settings).map((key) => parameter(figure, key)));
  for (const name of new Set(parameters.keys())) {
    if (name.startsWith(`${figure}.`) && !known.has(name)) {
      problems.push(`The link sets “${name.slice(0, 40)}”, which this figure does not have.`);
    }
  }
  return { state, problems };
}

/**
 * The address that restores a figure's state exactly and leads to the figure: of what else the
 * page's address tells, it tells nothing. Of the settings it has all, or those that are asked for.
 */
export function writeState<S extends object>(
  address: string,
  figure: string,
  settings: Settings<S>,
  state: S,
  keys: readonly (keyof S & string)[] = keysOf(settings),
): string {
  const url = new URL(address);
  url.search = '';
  for (const key of keys) {
    url.searchParams.set(parameter(figure, key), settings[key].format(state[key]));
  }
  url.hash = figure;
  return url.href;
}
