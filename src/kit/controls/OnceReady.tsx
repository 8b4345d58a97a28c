import { type ReadonlySignal, useSignal, useSignalEffect } from '@preact/signals';
import type { ComponentChildren } from 'preact';

interface OnceReadyProps {
  readonly ready: ReadonlySignal<boolean>;
  /** What stands in the field, to be read. */
  readonly text: ComponentChildren;
  readonly class?: string;
  /** The field. */
  readonly children: ComponentChildren;
}

/**
 * A field for text or a list to choose from, and its text alone before it can be used: browsers lay out
 * a whole chapter to see what they might fill in there, however far it is from the window.
 */
export function OnceReady({ ready, text, class: look = 'field', children }: OnceReadyProps) {
  const was = useSignal(ready.peek());
  useSignalEffect(() => {
    if (ready.value) was.value = true;
  });
  return was.value ? children : <span class={look}>{text}</span>;
}
