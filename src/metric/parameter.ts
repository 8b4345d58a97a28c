/** What a number may be, both ends included. */
export interface Range {
  readonly min: number;
  readonly max: number;
  readonly whole: boolean;
}

/** What every parameter tells of itself. */
interface Told {
  readonly label: string;
  /** In a sentence or two. */
  readonly about: string;
}

export interface NumberParameter extends Told {
  readonly kind: 'number';
  readonly initial: number;
  readonly range: Range;
  /** Where a chart has room for a word only; the label, unless it is given. */
  readonly brief?: string;
  /** The reach of a slider, where it has one: addresses may go beyond it. */
  readonly slider?: { readonly min: number; readonly max: number; readonly step: number };
}

export interface FlagParameter extends Told {
  readonly kind: 'flag';
  readonly initial: boolean;
  /** What it is called when it is off, and when it is on. */
  readonly off: string;
  readonly on: string;
}

/** One of a few: each by its name, or by the number that it is. */
export interface ChoiceParameter<Name extends string | number = string | number> extends Told {
  readonly kind: 'choice';
  readonly initial: Name;
  readonly options: readonly { readonly name: Name; readonly label: string }[];
}

/** Something that can be set: of a loss, or of a run as a whole. */
export type Parameter = NumberParameter | FlagParameter | ChoiceParameter;

export type Parameters = Readonly<Record<string, Parameter>>;

export type ValueOf<P> = P extends { readonly kind: 'number' }
  ? number
  : P extends { readonly kind: 'flag' }
    ? boolean
    : P extends ChoiceParameter<infer Name>
      ? Name
      : never;

export type ValuesOf<P> = { readonly [K in keyof P]: ValueOf<P[K]> };

type Union<T> = (T extends unknown ? (of: T) => void : never) extends (of: infer All) => void
  ? All
  : never;

/** The parameters of several choices together. */
export type AllOf<Entries extends readonly { readonly parameters: object }[]> = Union<
  Entries[number]['parameters']
>;

/**
 * The parameters of several choices by name, in the order of the choices. Choices that share a name
 * must share the parameter: throws where they do not.
 */
export function parametersOf<Entries extends readonly { readonly parameters: object }[]>(
  entries: Entries,
): AllOf<Entries> {
  const all: Record<string, unknown> = {};
  for (const { parameters } of entries)
    for (const [name, parameter] of Object.entries(parameters)) {
      if (Object.hasOwn(all, name) && all[name] !== parameter)
        throw new RangeError(`"${name}" stands for two different parameters`);
      all[name] = parameter;
    }
  return all as AllOf<Entries>;
}
