import { faceRaster } from '#data/faces/face.ts';
import { FACE_SIDE } from '#data/faces/faceSide.ts';
import { POPULATIONS } from '#data/faces/population.ts';
import { rasterFace } from '#data/faces/rasterFace.ts';
import { toCsv } from '#kit/files/csv.ts';
import { formatNumber, formatPercent } from '#kit/figure/numberFormat.ts';
import { choiceSetting, integerSetting, numberSetting } from '#kit/figure/settings.ts';
import type { FigureDefinition } from '#kit/figure/useFigure.ts';
import { falsePositiveIdentification } from '#metric/evaluation/falsePositiveIdentification.ts';
import { type Glasses, NUISANCES, type Presented, presentedDrawing } from './pictures.ts';
import still from './still.json' with { type: 'json' };

export type Rule = 'nearest' | 'mean';

export interface UnseenState extends Presented {
  /** Who is enrolled, of the test people. */
  readonly person: number;
  /** How many pictures of that person are. */
  readonly enrolled: number;
  /** What the presented picture is compared with. */
  readonly rule: Rule;
  /** How many people are enrolled where it is asked who somebody is. */
  readonly gallery: number;
}

/** What the network makes of a state: in the same order as the pictures that were asked about. */
export interface Compared {
  /** From the presented picture to each enrolled one. */
  readonly distances: readonly number[];
  /** And to their mean, on the sphere. */
  readonly toMean: number;
}

/** Chosen on calibration pairs where both errors are equal, and its false match rate on test pairs. */
export const { threshold: THRESHOLD, falseMatchRate: FALSE_MATCH_RATE, dots: DOTS } = still;

/** What is known of the state that the figure starts with, before there is a network. */
export const AT_FIRST: Compared = still.compared;

export const MOST_ENROLLED = 5;
export const GALLERY_RANGE = { min: 1, max: POPULATIONS.gallery.people } as const;
const PERSON_RANGE = { min: 0, max: POPULATIONS.test.people - 1 } as const;

/** The presented picture and then the enrolled ones, as the network sees them. */
export function rastersOf(state: UnseenState): Uint8Array {
  const size = FACE_SIDE ** 2;
  const rasters = new Uint8Array((1 + state.enrolled) * size);
  rasters.set(rasterFace(presentedDrawing(state), { size: FACE_SIDE, noise: 0, seed: 0 }));
  for (let picture = 0; picture < state.enrolled; picture++)
    rasters.set(
      faceRaster(POPULATIONS.test.first + state.person, picture, FACE_SIDE),
      (1 + picture) * size,
    );
  return rasters;
}

/** Distances from the first embedding to the others, and to their mean brought back to length 1. */
export function compare(values: Float32Array, dims: number): Compared {
  const rows = values.length / dims;
  const at = (row: number, d: number) => values[row * dims + d]!;
  const dimensions = Array.from({ length: dims }, (_, d) => d);
  const mean = dimensions.map((d) => {
    let sum = 0;
    for (let row = 1; row < rows; row++) sum += at(row, d);
    return sum;
  });
  const length = Math.hypot(...mean) || 1;
  return {
    distances: Array.from({ length: rows - 1 }, (_, row) =>
      Math.hypot(...dimensions.map((d) => at(0, d) - at(row + 1, d))),
    ),
    toMean: Math.hypot(...dimensions.map((d) => at(0, d) - mean[d]! / length)),
  };
}

export const distanceOf = ({ rule }: UnseenState, { distances, toMean }: Compared): number =>
  rule === 'mean' ? toMean : Math.min(...distances);

export interface Decision {
  readonly distance: number;
  readonly accepted: boolean;
  readonly right: boolean;
  /** What was decided, and why. */
  readonly reason: string;
}

export function decide(state: UnseenState, compared: Compared): Decision {
  const distance = distanceOf(state, compared);
  const accepted = distance <= THRESHOLD;
  const isSame = state.person === state.presented;
  const right = accepted === isSame;
  const to =
    state.rule === 'mean'
      ? 'the mean of what is enrolled'
      : state.enrolled === 1
        ? 'the enrolled picture'
        : 'the nearest enrolled picture';
  const verdict = accepted ? 'Accepted' : 'Refused';
  const truth = right
    ? isSame
      ? 'rightly: it is the same person'
      : 'rightly: it is somebody else'
    : isSame
      ? 'wrongly: it is the same person'
      : 'wrongly: it is somebody else';
  return {
    distance,
    accepted,
    right,
    reason: `${verdict}, ${truth}. ${formatNumber(distance)} to ${to} is ${accepted ? 'within' : 'beyond'} ${formatNumber(THRESHOLD)}.`,
  };
}

/** What the network has said last, what follows from it for a state, and for so large a gallery. */
export interface UnseenQuantities {
  readonly compared: Compared;
  readonly decision: Decision;
  /** How often a stranger is taken for somebody. */
  readonly falseAlarm: number;
}

export const slots = ['fmr', 'gallery', 'fpir'] as const;

const terms = {
  fmr: 'false match rate: how often one stranger matches one enrolled person',
  gallery: 'how many people are enrolled',
  fpir: 'how often a stranger matches somebody who is enrolled',
} as const;

const percent = (share: number) => formatPercent(share, share < 0.1 ? 1 : 0);

export const falseAlarm = (gallery: number): number =>
  falsePositiveIdentification(FALSE_MATCH_RATE, gallery);

/** `get` gives what the network has said last: not of this very state while it is asked. */
export function createDefinition(get: () => Compared) {
  return {
    name: 'UnseenFaces',
    settings: {
      person: integerSetting(45, PERSON_RANGE),
      enrolled: integerSetting(1, { min: 1, max: MOST_ENROLLED }),
      presented: integerSetting(45, PERSON_RANGE),
      turn: numberSetting(0.15, NUISANCES.turn),
      nod: numberSetting(0, NUISANCES.nod),
      smile: numberSetting(0.3, NUISANCES.smile),
      light: numberSetting(0, NUISANCES.light),
      glasses: choiceSetting<Glasses>('none', ['none', 'round', 'square']),
      rule: choiceSetting<Rule>('nearest', ['nearest', 'mean']),
      gallery: integerSetting(100, GALLERY_RANGE),
    },
    terms,
    dials: {
      gallery: {
        label: 'people enrolled',
        step: 10,
        fineStep: 1,
        range: () => GALLERY_RANGE,
        get: ({ gallery }) => gallery,
        set: (state, gallery) => ({ ...state, gallery: Math.round(gallery) }),
      },
    },
    measure(state: UnseenState): UnseenQuantities {
      const compared = get();
      const decision = decide(state, compared);
      return { compared, decision, falseAlarm: falseAlarm(state.gallery) };
    },
    slotTexts: ({ gallery }, quantities): Record<(typeof slots)[number], string> => ({
      fmr: formatNumber(FALSE_MATCH_RATE, 3),
      gallery: gallery.toLocaleString('en'),
      fpir: percent(quantities.falseAlarm),
    }),
    csv: ({ gallery }, { compared: { distances, toMean }, falseAlarm: share }) =>
      toCsv(
        ['enrolledPicture', 'distance'],
        [
          ...distances.map((distance, k) => [k + 1, distance]),
          ['mean', toMean],
          ['threshold', THRESHOLD],
        ],
      ).concat(toCsv(['gallery', 'falseAlarm'], [[gallery, share]])),
    spoken: (_, { decision }) => decision.reason,
  } as const satisfies FigureDefinition<UnseenState, UnseenQuantities>;
}

export const definition = createDefinition(() => AT_FIRST);
