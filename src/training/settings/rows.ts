import type {
  ChoiceParameter,
  FlagParameter,
  NumberParameter,
  Parameter,
  Range,
} from '#metric/parameter.ts';
import type { Choice } from '#metric/registry.ts';

/** Which classes are trained on: all, or at least two by their labels. */
export interface LabelsParameter {
  readonly kind: 'labels';
  readonly label: string;
  readonly about: string;
  readonly initial: 'all' | readonly number[];
}

interface InARun {
  /** Whether a run may go on under another value: it decides what a batch is asked, or how far a step goes. */
  readonly changeable: boolean;
  /** Follows the value where it is told without its label: "contrastive loss". */
  readonly noun?: string;
}

/** A setting of a run: what it may be, how it is called, what it is for. */
export type Row = (Parameter | LabelsParameter) & InARun;

type Named = Pick<Choice, 'label' | 'about'>;

/** One entry of a registry. */
export const choiceRow = <Name extends string>(
  registry: ReadonlyMap<Name, Choice & { readonly name: string }>,
  initial: Name,
  told: Named & InARun,
): ChoiceParameter<Name> & InARun => ({
  kind: 'choice',
  initial,
  options: [...registry].map(([name, { label }]) => ({ name, label })),
  ...told,
});

export const numberRow = (
  initial: number,
  range: Range,
  told: Named & InARun & { readonly brief?: string },
): NumberParameter & InARun => ({ kind: 'number', initial, range, ...told });

export const flagRow = (
  initial: boolean,
  told: Named & InARun & Pick<FlagParameter, 'on' | 'off'>,
): FlagParameter & InARun => ({ kind: 'flag', initial, ...told });

/** Parameters that a choice brings along, as rows: all of them changeable, or none. */
export function rowsOf<Own extends object>(
  parameters: Own,
  changeable: boolean,
): { readonly [K in keyof Own]: Own[K] & InARun } {
  return Object.fromEntries(
    Object.entries(parameters).map(([name, parameter]) => [name, { ...parameter, changeable }]),
  ) as { readonly [K in keyof Own]: Own[K] & InARun };
}
