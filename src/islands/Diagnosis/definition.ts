import { toCsv } from '#kit/files/csv.ts';
import { choiceSetting, type Setting } from '#kit/figure/settings.ts';
import type { FigureDefinition } from '#kit/figure/useFigure.ts';
import { type Diagnosis, diagnose } from '#metric/diagnosis/diagnose.ts';
import { distances } from '#metric/distances/registry.ts';
import { lookUp } from '#metric/lookUp.ts';
import { belongsTo, MEASURE_NAMES, readMeasure, readValue } from '#metric/diagnosis/measures.ts';
import {
  type Average,
  AVERAGES,
  LENGTHS,
  type Lengths,
  type Measure,
  type Mining,
  MININGS,
  type Observation,
  STUCK_LOSSES,
  type StuckLoss,
} from '#metric/diagnosis/observation.ts';

/** What the reader has entered, as it was typed. */
export type DeskState = {
  readonly loss: StuckLoss;
  readonly value: string;
  readonly distance: 'squared' | 'plain';
  readonly average: Average;
  readonly mining: Mining;
  readonly lengths: Lengths;
} & Readonly<Record<Measure, string>>;

export type Field = 'value' | Measure;

export interface DeskQuantities {
  /** What is wrong with a field, in a sentence. */
  readonly problems: ReadonlyMap<Field, string>;
  /** Undefined while the value cannot be read. */
  readonly observation: Observation | undefined;
  readonly diagnosis: Diagnosis | undefined;
}

const UNKNOWN = 'unknown';

/** A text of a few characters; an empty one is spelled out, as an address cannot show it. */
const typedSetting = (initial: string): Setting<string> => ({
  initial,
  expects: `a number, or “${UNKNOWN}”`,
  format: (text) => text || UNKNOWN,
  parse(text) {
    if (text === UNKNOWN) return '';
    return text.length <= 16 ? text : undefined;
  },
});

/** What the desk begins with: enough of a case to be judged. */
const FIRST: Partial<Record<Measure, string>> = {
  margin: '0.2',
  p: '10',
  k: '12',
  spread: '0.004',
};

/** Reads what was entered; what cannot be read is told and counts as not known. */
function measure(state: DeskState): DeskQuantities {
  const problems = new Map<Field, string>();
  const reading = readValue(state.value);
  if (typeof reading === 'string') problems.set('value', reading);
  const known: Partial<Record<Measure, number>> = {};
  for (const name of MEASURE_NAMES) {
    if (!belongsTo(name, state.loss)) continue;
    const read = readMeasure(name, state[name]);
    if (typeof read === 'string') problems.set(name, read);
    else if (read !== undefined) known[name] = read;
  }
  if (typeof reading === 'string')
    return { problems, observation: undefined, diagnosis: undefined };
  const { loss, average, mining, lengths } = state;
  const squared = lookUp(distances, 'distance', state.distance).isSquared;
  const observation = { loss, reading, average, squared, mining, lengths, ...known };
  return { problems, observation, diagnosis: diagnose(observation) };
}

export const definition = {
  name: 'Diagnosis',
  settings: {
    loss: choiceSetting<StuckLoss>('triplet', STUCK_LOSSES),
    value: typedSetting('0.200'),
    distance: choiceSetting<DeskState['distance']>('squared', ['squared', 'plain']),
    average: choiceSetting<Average>('mean', Object.keys(AVERAGES) as Average[]),
    mining: choiceSetting<Mining>('unknown', Object.keys(MININGS) as Mining[]),
    lengths: choiceSetting<Lengths>('unknown', Object.keys(LENGTHS) as Lengths[]),
    ...(Object.fromEntries(
      MEASURE_NAMES.map((name) => [name, typedSetting(FIRST[name] ?? '')]),
    ) as Record<Measure, Setting<string>>),
  },
  terms: {},
  measure,
  slotTexts: () => ({}),
  spoken: (_, { diagnosis, problems }) =>
    diagnosis ? diagnosis.verdict : (problems.get('value') ?? ''),
  csv: (_, { diagnosis }) =>
    diagnosis &&
    toCsv(
      ['height', 'formula', 'value', 'fit'],
      diagnosis.places.map(({ label, formula, value, fit }) => [label, formula, value, fit]),
    ),
} as const satisfies FigureDefinition<DeskState, DeskQuantities>;
