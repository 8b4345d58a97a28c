import type { Moment, Recording } from '#data/recordings/recordingFormat.ts';
import { rememberLast } from '#kit/figure/rememberLast.ts';
import { choiceSetting, numberSetting, type Setting } from '#kit/figure/settings.ts';
import type { FigureDefinition } from '#kit/figure/useFigure.ts';
import {
  CLASSES,
  type Instant,
  instantOfMoment,
  momentAt,
  momentIndexAt,
  positionsAt,
} from './drift.ts';
import { type Verdict, verdictOn } from './neighbours.ts';

export const DIGITS = 1000;
export const SPEEDS = [0.5, 1, 2] as const;
export const MARKS = ['dots', 'handwriting'] as const;

export interface OvertureState {
  /** The instant shown: 0 is the start of the recording, 1 its end. */
  readonly at: number;
  /** The class that is shown alone. */
  readonly only: number | 'all';
  /** The digit whose image and neighbours are shown: its place in the recording. */
  readonly digit: number | 'none';
  readonly speed: (typeof SPEEDS)[number];
  readonly marks: (typeof MARKS)[number];
}

/** A whole number from 0 to `below` - 1, or a word for none of them. */
const indexSetting = <W extends string>(word: W, below: number): Setting<number | W> => ({
  initial: word,
  expects: `${word} or a whole number from 0 to ${below - 1}`,
  format: String,
  parse(text) {
    if (text === word) return word;
    return /^\d{1,9}$/.test(text) && Number(text) < below ? Number(text) : undefined;
  },
});

export const settings = {
  at: numberSetting(1, { min: 0, max: 1 }),
  only: indexSetting('all', CLASSES),
  digit: indexSetting('none', DIGITS),
  speed: choiceSetting<OvertureState['speed']>(1, SPEEDS),
  marks: choiceSetting<OvertureState['marks']>('dots', MARKS),
};

/** What the recording shows of a state; nothing until it has arrived. */
export interface OvertureQuantities {
  readonly recording: Recording;
  readonly instant: Instant;
  /** The last recorded moment at or before the instant. */
  readonly moment: Moment;
  /** What a digit's neighbours say that it is, at this instant. */
  readonly verdictOn: (digit: number) => Verdict;
}

/** Of all settings only the instant moves the digits. */
const instantAt = rememberLast(positionsAt);

function measure(
  { at }: OvertureState,
  recording: Recording | undefined,
): OvertureQuantities | undefined {
  if (!recording) return undefined;
  const instant = instantAt(recording, at);
  return {
    recording,
    instant,
    moment: momentAt(recording, at),
    verdictOn: rememberLast((digit) => verdictOn(digit, instant, recording.labels)),
  };
}

/** What a screen reader hears when the reader picks a digit or a class; playing is silent. */
function spoken({ only, digit }: OvertureState, shown: OvertureQuantities | undefined): string {
  if (shown && digit !== 'none') {
    const { labels } = shown.recording;
    const { nearest, vote } = shown.verdictOn(digit);
    const names = nearest.map((row) => labels[row]).join(', ');
    const right = vote === labels[digit] ? 'rightly' : 'wrongly';
    return `A ${labels[digit]}. Nearest: ${names}. Their vote: ${vote}, ${right}.`;
  }
  return only === 'all' ? '' : `Only the digit ${only}.`;
}

/** The embeddings of the last recorded moment at or before an instant, as CSV. */
function tableAt(at: number, shown: OvertureQuantities | undefined): string {
  if (!shown) throw new Error('the recording has not arrived');
  const { recording, moment } = shown;
  const index = momentIndexAt(recording, at);
  const { xs, ys, extent } = positionsAt(recording, instantOfMoment(recording, index));
  const rows = Array.from(
    recording.labels,
    (label, row) =>
      `${row},${label},${moment.step},${(xs[row]! * extent).toFixed(4)},${(ys[row]! * extent).toFixed(4)}`,
  );
  return ['number,digit,step,x,y', ...rows, ''].join('\n');
}

/** The figure's definition; it has more to say once the recording has arrived. */
export const createDefinition = (recording: () => Recording | undefined) =>
  ({
    name: 'Overture',
    settings,
    terms: {},
    measure: (state) => measure(state, recording()),
    slotTexts: () => ({}),
    spoken,
    csv: ({ at }, shown) => tableAt(at, shown),
  }) satisfies FigureDefinition<OvertureState, OvertureQuantities | undefined>;
