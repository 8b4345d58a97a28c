import { effect, type Signal } from '@preact/signals';
import { prefersReducedMotion } from '../motion/reducedMotion.ts';
import { parseTry } from './parseTry.ts';
import type { Settings } from './settings.ts';
import { TRY_EVENT, type TryRequest } from './tryEvent.ts';
import { initialState } from './urlState.ts';

const DURATION_MS = 300;

const easeOut = (t: number) => 1 - (1 - t) ** 3;

interface Figure<S extends object> {
  readonly root: HTMLElement;
  readonly name: string;
  readonly settings: Settings<S>;
  /** What the figure changes by itself: it is set like the rest, and then let go. */
  readonly drifting: readonly (keyof S)[];
  readonly state: Signal<S>;
}

/**
 * Lets the phrases of the text set a figure: moves it to what a phrase asks for, and when the phrase
 * is shown as pressed, back to where it was before (or to its defaults). Numbers and points move there,
 * choices switch at once; with reduced motion everything does. A gesture of the reader's ends it.
 */
export function answerTries<S extends object>(figure: Figure<S>) {
  const { root, name, settings, drifting, state } = figure;
  const before = new Map<string, Partial<S>>();
  const reports = new Map<TryRequest['report'], () => void>();
  let frame = 0;

  const isAt = (goal: Partial<S>) =>
    keysOf(goal).every((key) => {
      const { format } = settings[key];
      return (
        drifting.includes(key) || format(state.value[key]) === format(goal[key] as S[typeof key])
      );
    });
  const move = (goal: Partial<S>) => {
    cancelAnimationFrame(frame);
    if (prefersReducedMotion()) {
      state.value = { ...state.value, ...goal };
      return;
    }
    let from = state.value;
    let start: number | undefined;
    let written: S | undefined;
    const step = (now: number) => {
      // A run may have moved on until the first frame: the phrase takes over from there.
      if (written === undefined) from = state.value;
      else if (state.value !== written) return;
      start ??= now;
      const t = Math.min(1, (now - start) / DURATION_MS);
      written = { ...state.value, ...between(settings, from, goal, t) };
      state.value = written;
      if (t < 1) frame = requestAnimationFrame(step);
    };
    frame = requestAnimationFrame(step);
  };
  const answer = (event: Event) => {
    const { set, report } = (event as CustomEvent<TryRequest>).detail;
    const goal = parseTry(name, settings, set);
    // Where another phrase or the reader has set the figure so, this one has not been pressed yet.
    const isPressed = reports.has(report) && isAt(goal);
    if (!isAt(goal)) before.set(set, pick(state.value, goal));
    move(isPressed ? (before.get(set) ?? pick(initialState(settings), goal)) : goal);
    if (!reports.has(report))
      reports.set(
        report,
        effect(() => report(isAt(goal))),
      );
  };

  root.addEventListener(TRY_EVENT, answer);
  return () => {
    root.removeEventListener(TRY_EVENT, answer);
    cancelAnimationFrame(frame);
    for (const stop of reports.values()) stop();
  };
}

const keysOf = <S extends object>(part: Partial<S>) => Object.keys(part) as (keyof S & string)[];

const pick = <S extends object>(state: S, like: Partial<S>): Partial<S> => {
  const picked: Partial<S> = {};
  for (const key of keysOf(like)) picked[key] = state[key];
  return picked;
};

/** Where a move from one state to another is, from t = 0 to 1. */
export function between<S extends object>(
  settings: Settings<S>,
  from: S,
  to: Partial<S>,
  t: number,
): Partial<S> {
  const now: Partial<S> = {};
  for (const key of keysOf(to)) {
    const goal = to[key] as S[typeof key];
    const { mix } = settings[key];
    now[key] = mix && t < 1 ? mix(from[key], goal, easeOut(t)) : goal;
  }
  return now;
}
