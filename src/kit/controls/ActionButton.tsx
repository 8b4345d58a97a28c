import { type ReadonlySignal, useComputed } from '@preact/signals';
import type { ComponentChildren } from 'preact';

interface ActionButtonProps {
  /** Missing for what comes with a figure that is alive. */
  readonly ready?: ReadonlySignal<boolean>;
  /** While there is nothing for it to do. */
  readonly idle: ReadonlySignal<boolean>;
  readonly class?: string;
  /** What a screen reader calls it, where that is not what it shows. */
  readonly label?: string;
  readonly children: ComponentChildren;
  act(): void;
}

/** A button that may have nothing to do: it says so, and keeps the focus, which a disabled one loses. */
export function ActionButton(props: ActionButtonProps) {
  const { ready, idle, class: name, label, children, act } = props;
  return (
    <button
      type="button"
      class={name}
      aria-label={label}
      aria-disabled={idle}
      disabled={useComputed(() => ready?.value === false)}
      onClick={() => {
        if (!idle.value) act();
      }}
    >
      {children}
    </button>
  );
}
