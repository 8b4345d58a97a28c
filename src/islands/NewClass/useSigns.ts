import {
  type ReadonlySignal,
  type Signal,
  useComputed,
  useSignal,
  useSignalEffect,
} from '@preact/signals';
import { useRef } from 'preact/hooks';
import type { Stroke } from '#data/digits/drawing/strokes.ts';
import { FIRST_SIGNS, SHOWN } from './firstGlyphs.ts';
import { drawnSample, glyphSample, type Sample } from './sample.ts';
import { renamed, type Signs, withExample, withoutExample, withSign } from './signs.ts';

/** All that the reader has made: what undoing brings back. */
interface Desk {
  readonly signs: Signs;
  /** What the reader is drawing. */
  readonly strokes: readonly Stroke[];
  /** A ready-made drawing or a held-out digit that lies on the pad in the place of that. */
  readonly taken: Sample | undefined;
}

export interface SignDesk {
  readonly signs: ReadonlySignal<Signs>;
  /** What the pad draws on. */
  readonly strokes: Signal<readonly Stroke[]>;
  readonly taken: ReadonlySignal<Sample | undefined>;
  /** What is to be recognised. */
  readonly query: ReadonlySignal<Sample | undefined>;
  readonly canUndo: ReadonlySignal<boolean>;
  undo(): void;
  /** An empty pad. */
  clear(): void;
  /** Puts a drawing on the pad. */
  take(sample: Sample): void;
  /** Puts the next ready-made drawing on the pad. */
  showNext(): void;
  /** What is on the pad becomes an example of a sign, or of a new one, and the pad is empty again. */
  keep(id?: number): void;
  remove(id: number, place: number): void;
  rename(id: number, name: string): void;
  reset(): void;
}

const LONGEST_HISTORY = 100;

const AT_FIRST: Signs = FIRST_SIGNS.map((glyphs, k) => ({
  id: k + 1,
  name: 'ABC'[k]!,
  samples: glyphs.map(glyphSample),
}));
const SHOWN_AT_FIRST = glyphSample(SHOWN[0]!);
/** Examples sign after sign, and then what is on the pad: as still.json has their points. */
export const SAMPLES_AT_FIRST = [
  ...AT_FIRST.flatMap(({ samples }) => samples),
  SHOWN_AT_FIRST,
] as const;

/** Each stroke that is begun, and each press, can be taken back. */
function useHistory(desk: { readonly [K in keyof Desk]: Signal<Desk[K]> }) {
  const past = useSignal<readonly Desk[]>([]);
  const before = useRef(desk.strokes.peek());
  const now = (): Desk => ({
    signs: desk.signs.peek(),
    strokes: desk.strokes.peek(),
    taken: desk.taken.peek(),
  });
  const remember = (what = now()) => {
    past.value = [...past.peek(), what].slice(-LONGEST_HISTORY);
  };
  const put = (next: Partial<Desk>) => {
    const { signs, strokes, taken } = { ...now(), ...next };
    before.current = strokes;
    desk.signs.value = signs;
    desk.taken.value = taken;
    desk.strokes.value = strokes;
  };
  useSignalEffect(() => {
    const strokes = desk.strokes.value;
    if (strokes.length > before.current.length) {
      remember({ ...now(), strokes: before.current });
      desk.taken.value = undefined;
    }
    before.current = strokes;
  });
  return {
    canUndo: useComputed(() => past.value.length > 0),
    act(next: Partial<Desk>) {
      remember();
      put(next);
    },
    undo() {
      const last = past.peek().at(-1);
      if (!last) return;
      past.value = past.peek().slice(0, -1);
      put(last);
    },
    begin(desk: Desk) {
      past.value = [];
      put(desk);
    },
  };
}

/** The reader's signs, the pad, and what can be done with them. */
export function useSigns(): SignDesk {
  const signs = useSignal(AT_FIRST);
  const strokes = useSignal<readonly Stroke[]>([]);
  const taken = useSignal<Sample | undefined>(SHOWN_AT_FIRST);
  const history = useHistory({ signs, strokes, taken });
  const query = useComputed(() => drawnSample(strokes.value) ?? taken.value);
  const shown = useRef(0);
  const empty = { strokes: [], taken: undefined };
  const take = (sample: Sample) => history.act({ strokes: [], taken: sample });
  return {
    signs,
    strokes,
    taken,
    query,
    canUndo: history.canUndo,
    undo: history.undo,
    take,
    clear: () => query.peek() && history.act(empty),
    showNext() {
      shown.current = (shown.current + 1) % SHOWN.length;
      take(glyphSample(SHOWN[shown.current]!));
    },
    keep(id) {
      const sample = query.peek();
      if (!sample) return;
      const now = signs.peek();
      history.act({
        ...empty,
        signs: id === undefined ? withSign(now, sample) : withExample(now, id, sample),
      });
    },
    remove: (id, place) => history.act({ signs: withoutExample(signs.peek(), id, place) }),
    rename: (id, name) => history.act({ signs: renamed(signs.peek(), id, name) }),
    reset() {
      shown.current = 0;
      history.begin({ signs: AT_FIRST, strokes: [], taken: SHOWN_AT_FIRST });
    },
  };
}
