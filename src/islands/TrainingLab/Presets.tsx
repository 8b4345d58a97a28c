import type { ReadonlySignal } from '@preact/signals';
import { useComputed } from '@preact/signals';
import { writeState } from '../../figures/urlState.ts';
import type { TrainingConfig } from '../../training/config.ts';
import { model } from './model.ts';
import { PRESETS } from './presets.ts';

interface PresetsProps {
  readonly ready: ReadonlySignal<boolean>;
  set(config: TrainingConfig): void;
}

/** Runs worth starting from, each a link that can be copied and shared. */
export function Presets({ ready, set }: PresetsProps) {
  return (
    <div class="lab-presets">
      <span>begin from</span>
      {PRESETS.map(({ name, about, config }) => (
        <a
          key={name}
          title={about}
          href={useComputed(() =>
            ready.value
              ? writeState(location.href, model.name, model.settings, config)
              : `#${model.name}`,
          )}
          onClick={(event) => {
            // With a key held the link opens elsewhere, as any other.
            if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
            event.preventDefault();
            set(config);
          }}
        >
          {name}
        </a>
      ))}
    </div>
  );
}
