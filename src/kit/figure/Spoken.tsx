import { type ReadonlySignal, useSignal, useSignalEffect } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import { createAnnouncer } from './announcer.ts';

interface SpokenProps {
  readonly text: ReadonlySignal<string>;
  /** Whether the text changes by itself: then it is said only now and then. */
  readonly moving: ReadonlySignal<boolean>;
}

const SOON_MS = 1000;
const NOW_AND_THEN_MS = 10_000;

/** Says to a screen reader what is seen beside it, and not each of the words that it passes through. */
export function Spoken({ text, moving }: SpokenProps) {
  const said = useSignal('');
  const announcer = useMemo(() => {
    const created = createAnnouncer((words) => {
      said.value = words;
    });
    created.skip(text.peek());
    return created;
  }, []);
  useEffect(() => announcer.stop, []);
  useSignalEffect(() => announcer.announce(text.value, moving.value ? NOW_AND_THEN_MS : SOON_MS));
  return (
    <p class="visually-hidden" role="status">
      {said}
    </p>
  );
}
