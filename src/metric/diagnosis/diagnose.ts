import { cloudSize } from './cloud.ts';
import type { Cause, Judgement, LabSettings, Verdict } from './causes/cause.ts';
import { causes } from './causes/registry.ts';
import type { Height, Meaning, Place } from './heights/height.ts';
import { heights } from './heights/registry.ts';
import { toldHeight } from './numbers.ts';
import { type Observation, SOFTMAXES } from './observation.ts';
import { isWithin } from './reading.ts';

/** A height with a place of it. */
export interface Found extends Place {
  readonly name: string;
  readonly label: string;
  readonly meaning: Meaning;
  /** How well the value fits: to all its digits, within a band, or only nearly. */
  readonly fit: 'exact' | 'band' | 'near' | 'none';
}

export interface JudgedCause extends Judgement {
  readonly name: string;
  readonly label: string;
  readonly tells: string;
  readonly remedy: string;
  readonly lab: LabSettings | undefined;
}

export interface Diagnosis {
  /** Every height of the loss that can be computed, the fitting ones too. */
  readonly places: readonly Found[];
  /** Those that the value fits, the best first. */
  readonly found: readonly Found[];
  /** What the value is, in a sentence. */
  readonly verdict: string;
  /** What comes into question: what fits first, what is ruled out last. */
  readonly causes: readonly JudgedCause[];
  /** What to do, or to look at, next. */
  readonly next: string;
  /** What shows the likeliest case in the lab. */
  readonly lab: LabSettings | undefined;
}

/** Nearly there: a run that has begun to leave, or a batch not quite like the others. */
const NEAR = 0.01;

function fitOf({ value, band, assumes }: Place, { reading }: Observation): Found['fit'] {
  if (Number.isNaN(value) || Number.isNaN(reading.value))
    return Number.isNaN(value) && Number.isNaN(reading.value) ? 'exact' : 'none';
  if (band) {
    const isInside =
      reading.value + reading.half >= band[0] && reading.value - reading.half <= band[1];
    return isInside ? 'band' : 'none';
  }
  if (isWithin(reading, value)) return 'exact';
  // A guessed batch is taken only where it gives every digit: one of many is always near.
  return !assumes && Math.abs(reading.value - value) <= NEAR * value ? 'near' : 'none';
}

const FITS: readonly Found['fit'][] = ['exact', 'band', 'near'];

const placesOf = (height: Height, observation: Observation): Found[] =>
  height.losses.includes(observation.loss)
    ? height.places(observation).map((place) => ({
        ...place,
        name: height.name,
        label: height.label,
        meaning: height.meaning,
        fit: fitOf(place, observation),
      }))
    : [];

const signed = (difference: number) =>
  `${Number(Math.abs(difference).toPrecision(2))} ${difference < 0 ? 'below' : 'above'}`;

/** A place in words, with its value where the formula does not say it already. */
function inWords({ label, formula, value, band, assumes }: Found): string {
  const sum =
    formula === label || Number.isNaN(value) || value === 0 || band
      ? ''
      : `: ${formula} = ${toldHeight(value)}`;
  return `${label}${sum}${assumes ? `, ${assumes}` : ''}`;
}

function verdictOf(observation: Observation, places: readonly Found[], found: readonly Found[]) {
  const { value } = observation.reading;
  const told = found.filter(({ fit }) => fit !== 'near');
  if (told.length > 0) return `The value is ${told.map(inWords).join('; or ')}.`;
  const [near] = found;
  if (near)
    return `The value is ${signed(value - near.value)} ${inWords(near)}. That is near it and not on it: the run has not arrived there, or has begun to leave.`;
  const known = places.filter((place) => place.value > 0 && !place.band);
  if (known.length === 0)
    return 'The heights of this loss are not known yet: fill in the margin, the temperature or the batch.';
  const nearest = known.reduce((best, place) =>
    Math.abs(place.value - value) < Math.abs(best.value - value) ? place : best,
  );
  return `The value is at no height that we know of. It is ${signed(value - nearest.value)} the nearest, ${inWords(nearest)}.`;
}

/** A softmax gives the same number for one point and for points all over the sphere. */
const caveatOf = (observation: Observation, found: readonly Found[]): string =>
  SOFTMAXES.includes(observation.loss) &&
  found.some(({ meaning }) => meaning === 'alike') &&
  !cloudSize(observation)
    ? ' The loss alone does not tell whether all embeddings are one point or are spread out with positives no nearer than negatives: the deviation of a coordinate tells, beside 1/√D.'
    : '';

const ORDER: readonly Verdict[] = ['fits', 'open', 'against'];

/** Of what is open, that which something is known of comes first. */
const rankOf = ({ verdict, because }: JudgedCause) =>
  2 * ORDER.indexOf(verdict) + (because === '' ? 1 : 0);

const judged = (cause: Cause, observation: Observation): JudgedCause => ({
  name: cause.name,
  label: cause.label,
  tells: cause.tells(observation),
  remedy: cause.remedy(observation),
  lab: cause.lab?.(observation),
  ...cause.judge(observation),
});

/**
 * Which known heights a value fits, to the digits that were given, what may have brought the loss
 * there, judged by whatever else is known, and what to look at next.
 */
export function diagnose(observation: Observation): Diagnosis {
  const places = [...heights.values()].flatMap((height) => placesOf(height, observation));
  const found = places
    .filter(({ fit }) => fit !== 'none')
    .toSorted((a, b) => FITS.indexOf(a.fit) - FITS.indexOf(b.fit));
  const meanings = new Set(found.map(({ meaning }) => meaning));
  const asked = [...causes.values()].filter((cause) =>
    (meanings.size > 0 ? [...meanings] : [undefined]).some((meaning) =>
      cause.asks(meaning, observation),
    ),
  );
  const all = asked
    .map((cause) => judged(cause, observation))
    .toSorted((a, b) => rankOf(a) - rankOf(b));
  const first = all.find(({ verdict }) => verdict !== 'against');
  return {
    places,
    found,
    verdict: `${verdictOf(observation, places, found)}${caveatOf(observation, found)}`,
    causes: all,
    next: nextOf(first),
    lab: first?.lab,
  };
}

function nextOf(first: JudgedCause | undefined): string {
  if (!first)
    return 'What you have told speaks against every cause known here. Train on one batch again and again: its loss has to fall.';
  return first.verdict === 'fits' ? first.remedy : first.tells;
}
