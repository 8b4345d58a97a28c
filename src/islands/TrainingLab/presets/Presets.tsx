import type { ReadonlySignal } from '@preact/signals';
import { useComputed } from '@preact/signals';
import { writeState } from '#kit/figure/urlState.ts';
import type { TrainingConfig } from '#training/config.ts';
import { definition, type LabState } from '../definition.ts';
import { isPreset, PRESETS } from './presets.ts';
import { INITIAL_VIEW } from '../map/labView.ts';

interface PresetsProps {
  readonly config: ReadonlySignal<TrainingConfig>;
  readonly ready: ReadonlySignal<boolean>;
  set(change: Partial<LabState>): void;
}

/** Runs worth starting from, each a link that can be copied and shared. */
export function Presets({ config, ready, set }: PresetsProps) {
  return (
    <div class="lab-presets">
      <ul>
        <li>more to begin from</li>
        {PRESETS.map((preset) => (
          <li key={preset.name}>
            <a
              aria-current={useComputed(() =>
                isPreset(preset, config.value) ? 'true' : undefined,
              )}
              href={useComputed(() =>
                ready.value
                  ? writeState(location.href, definition.name, definition.settings, {
                      ...INITIAL_VIEW,
                      ...preset.config,
                      ...preset.view,
                    })
                  : `#${definition.name}`,
              )}
              onClick={(event) => {
                // With a key held the link opens elsewhere, as any other.
                if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
                event.preventDefault();
                set({ ...preset.config, closeUp: false, ...preset.view });
              }}
            >
              {preset.name}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
