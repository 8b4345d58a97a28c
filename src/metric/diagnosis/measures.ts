import { isWithin, parseReading, type Reading } from './reading.ts';
import { type Measure, SOFTMAXES, type StuckLoss, UNLABELLED } from './observation.ts';

/** A number that the desk asks for, and what it may be. */
export interface MeasureEntry {
  readonly label: string;
  readonly kind: 'positive' | 'non-negative' | 'whole' | 'share';
  /** The losses of which it says something; missing where that is all. */
  readonly of?: readonly StuckLoss[];
  /** The least of a whole number. */
  readonly least?: number;
}

const BY_CLASS: readonly StuckLoss[] = [
  'triplet',
  'triplet-soft',
  'contrastive',
  'nt-xent-labels',
  'supcon',
];
const BY_VIEWS: readonly StuckLoss[] = ['nt-xent', 'supcon', 'info-nce'];

/** In the order in which they are asked for. */
export const MEASURES: Readonly<Record<Measure, MeasureEntry>> = {
  margin: { label: 'margin m', kind: 'positive', of: ['triplet', 'contrastive'] },
  temperature: { label: 'temperature T', kind: 'positive', of: SOFTMAXES },
  p: { label: 'classes in a batch, P', kind: 'whole', least: 1, of: BY_CLASS },
  k: { label: 'samples of each, K', kind: 'whole', least: 1, of: BY_CLASS },
  n: {
    label: 'batch size N',
    kind: 'whole',
    least: 1,
    of: BY_VIEWS,
  },
  classes: {
    label: 'classes C',
    kind: 'whole',
    least: 2,
    of: [...UNLABELLED, 'class-softmax'],
  },
  spread: { label: 'spread', kind: 'non-negative' },
  std: { label: 'deviation of a coordinate', kind: 'non-negative' },
  dims: { label: 'dimensions D', kind: 'whole', least: 1 },
  norm: { label: 'mean length', kind: 'non-negative' },
  active: { label: 'active share', kind: 'share', of: ['triplet', 'contrastive'] },
  trainAccuracy: { label: 'accuracy, training', kind: 'share' },
  heldOutAccuracy: { label: 'accuracy, held-out', kind: 'share' },
};

export const MEASURE_NAMES = Object.keys(MEASURES) as Measure[];

/** Whether a number says something of a loss. */
export const belongsTo = (measure: Measure, loss: StuckLoss): boolean =>
  MEASURES[measure].of?.includes(loss) ?? true;

const EXPECTS: Readonly<Record<MeasureEntry['kind'], string>> = {
  positive: 'a number above 0, such as 0.2',
  'non-negative': 'a number of at least 0',
  whole: 'a whole number',
  share: 'a share from 0 to 1, or a percentage such as 92 %',
};

const expects = ({ kind, least }: MeasureEntry) =>
  kind === 'whole' ? `${EXPECTS.whole} of at least ${least ?? 1}` : EXPECTS[kind];

/**
 * What a reader wrote in a field: a number, undefined for an empty one, or a sentence that says what
 * was wrong and what would be right.
 */
export function readMeasure(measure: Measure, text: string): number | string | undefined {
  if (text.trim() === '') return undefined;
  const entry = MEASURES[measure];
  const isPercentage = entry.kind === 'share' && text.includes('%');
  const { value } = parseReading(isPercentage ? text.replace('%', '') : text) ?? {
    value: Number.NaN,
  };
  const number = isPercentage ? value / 100 : value;
  const isRight = {
    positive: number > 0,
    'non-negative': number >= 0,
    whole: Number.isInteger(number) && number >= (entry.least ?? 1),
    share: number >= 0 && number <= 1,
  }[entry.kind];
  return isRight ? number : `The ${entry.label} is ${expects(entry)}, not “${text.trim()}”.`;
}

/** What a reader wrote as the value, or a sentence on what is wrong with it under that loss. */
export function readValue(text: string): Reading | string {
  const reading = parseReading(text);
  if (!reading)
    return text.trim() === ''
      ? 'Enter the value that the loss is stuck at, with all the digits you have seen: 0.200, or NaN.'
      : `The value is a number as your log shows it, such as 0.200, or NaN, not “${text.trim()}”.`;
  if (reading.value < 0 && !isWithin(reading, 0))
    return 'None of these losses can be below 0: check the sign, or whether a similarity is logged instead of the loss.';
  return reading;
}
