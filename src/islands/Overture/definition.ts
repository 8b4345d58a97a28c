import type { Recording } from '#data/recordings/recordingFormat.ts';
import { choiceSetting, numberSetting, type Setting } from '#kit/figure/settings.ts';
import type { FigureDefinition } from '#kit/figure/useFigure.ts';
import { CLASSES, instantOfMoment, momentIndexAt, positionsAt } from './drift.ts';
import { verdictOn } from './neighbours.ts';

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

/** What a screen reader hears when the reader picks a digit or a class; playing is silent. */
function spoken({ at, only, digit }: OvertureState, recording: Recording | undefined): string {
  if (recording && digit !== 'none') {
    const { labels } = recording;
    const { nearest, vote } = verdictOn(digit, positionsAt(recording, at), labels);
    const names = nearest.map((row) => labels[row]).join(', ');
    const right = vote === labels[digit] ? 'rightly' : 'wrongly';
    return `A ${labels[digit]}. Nearest: ${names}. Their vote: ${vote}, ${right}.`;
  }
  return only === 'all' ? '' : `Only the digit ${only}.`;
}

/** The embeddings of the last recorded moment at or before an instant, as CSV. */
function tableAt(recording: Recording | undefined, at: number): string {
  if (!recording) throw new Error('the recording has not arrived');
  const index = momentIndexAt(recording, at);
  const { step } = recording.moments[index]!;
  const { xs, ys, extent } = positionsAt(recording, instantOfMoment(recording, index));
  const rows = Array.from(
    recording.labels,
    (label, row) =>
      `${row},${label},${step},${(xs[row]! * extent).toFixed(4)},${(ys[row]! * extent).toFixed(4)}`,
  );
  return ['number,digit,step,x,y', ...rows, ''].join('\n');
}

/** The figure's definition; it has more to say once the recording has arrived. */
export const createDefinition = (recording: () => Recording | undefined) =>
  ({
    name: 'Overture',
    settings,
    terms: {},
    slotTexts: () => ({}),
    spoken: (state) => spoken(state, recording()),
    csv: ({ at }) => tableAt(recording(), at),
  }) satisfies FigureDefinition<OvertureState>;
