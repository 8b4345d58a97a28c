import { type ReadonlySignal, useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { settingsInWords } from '../files/settingsInWords.ts';
import type { Settings } from './settings.ts';

interface SettingsLineProps<S extends object> {
  readonly settings: Settings<S>;
  readonly state: ReadonlySignal<S>;
}

/** On paper nothing else tells them. */
const FEW_ON_PAPER = 12;

/** On paper the settings stand in a line, in the place of the controls. */
export function SettingsLine<S extends object>({ settings, state }: SettingsLineProps<S>) {
  const told = () => settingsInWords(settings, state.peek(), FEW_ON_PAPER);
  const line = useSignal(told());
  useEffect(() => {
    const tell = () => {
      line.value = told();
    };
    addEventListener('beforeprint', tell);
    return () => removeEventListener('beforeprint', tell);
  }, []);
  return <p class="settings-line">{line}</p>;
}
