import { type ReadonlySignal, useSignal, useSignalEffect } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import { isRemembered, remember } from './doneChallenges.ts';
import './challenge.css';

interface ChallengeProps {
  /** The figure's name and the challenge's own: "TripletForces/loss-is-margin". */
  readonly name: string;
  readonly ready: ReadonlySignal<boolean>;
  /** Whether what the figure shows meets it. */
  readonly isMet: ReadonlySignal<boolean>;
  /** What there is to learn of it, once it is met. */
  readonly lesson: string;
  /** What to bring about. */
  readonly children: ComponentChildren;
}

/** So long it has to hold: to drag a point past the place is not to find it. */
const HOLD_MILLISECONDS = 500;

/** Something to bring about in a figure, which the figure itself judges. */
export function Challenge({ name, ready, isMet, lesson, children }: ChallengeProps) {
  const isDone = useSignal(false);
  const said = useSignal('');
  /** It has to be brought about: what holds from the start does not count. */
  const hasBeenOpen = useRef(false);
  useSignalEffect(() => {
    if (!ready.value) return;
    if (isRemembered(name)) isDone.value = true;
  });
  const finish = () => {
    isDone.value = true;
    said.value = `Challenge met. ${lesson}`;
    remember(name, true);
  };
  useSignalEffect(() => {
    if (!ready.value || isDone.value) return undefined;
    if (!isMet.value) hasBeenOpen.current = true;
    if (!isMet.value || !hasBeenOpen.current) return undefined;
    const timer = setTimeout(finish, HOLD_MILLISECONDS);
    return () => clearTimeout(timer);
  });
  const again = () => {
    hasBeenOpen.current = !isMet.value;
    isDone.value = false;
    said.value = '';
    remember(name, false);
  };
  return (
    <div class="challenge" data-challenge={name} data-done={isDone}>
      <p>
        <b>{isDone.value ? 'Challenge met ✓' : 'Challenge'}</b> {children}{' '}
        {isDone.value && <span class="challenge-lesson">{lesson}</span>}
      </p>
      <button type="button" class="quiet" hidden={!isDone.value} onClick={again}>
        Once more
      </button>
      <p class="visually-hidden" role="status">
        {said}
      </p>
    </div>
  );
}
