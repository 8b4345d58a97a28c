import type { Row } from './rows.ts';
import { SETTING_NAMES, SETTINGS, type SettingName, type TrainingConfig } from './table.ts';

/** What may change while a run goes on: what a batch is asked, and how far a step goes. */
export const CHANGEABLE: readonly SettingName[] = SETTING_NAMES.filter(
  (name) => SETTINGS[name].changeable,
);

/** The settings in which two configurations differ. */
export const differences = (from: TrainingConfig, to: TrainingConfig): SettingName[] =>
  SETTING_NAMES.filter((name) => String(from[name]) !== String(to[name]));

/** Whether a run under one configuration can go on under another, from the step where it is. */
export const canChange = (from: TrainingConfig, to: TrainingConfig): boolean =>
  differences(from, to).every((name) => SETTINGS[name].changeable);

/** A setting in as few words as a chart has room for. */
export function settingText(name: SettingName, value: TrainingConfig[SettingName]): string {
  const row: Row = SETTINGS[name];
  switch (row.kind) {
    case 'number':
      return `${row.brief ?? row.label} ${value}`;
    case 'flag':
      return value ? row.on : row.off;
    case 'choice': {
      const label = row.options.find((option) => option.name === value)?.label ?? value;
      return row.noun ? `${label} ${row.noun}` : String(label);
    }
    case 'labels':
      return `${row.label} ${Array.isArray(value) ? value.join(', ') : value}`;
  }
}

/** Throws a RangeError for a change that a run cannot go through. */
export function checkChange(from: TrainingConfig, to: TrainingConfig): void {
  const fixed = differences(from, to).filter((name) => !CHANGEABLE.includes(name));
  if (fixed.length > 0)
    throw new RangeError(
      `${fixed.join(', ')} cannot change while a run goes on: that takes a new one. ${CHANGEABLE.join(', ')} can`,
    );
}
