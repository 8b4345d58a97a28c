import { parameterSetting } from '#kit/figure/parameterSetting.ts';
import type { Setting, Settings } from '#kit/figure/settings.ts';
import type { FigureDefinition } from '#kit/figure/useFigure.ts';
import { lossOf, minerOf } from '#training/settings/choices.ts';
import type { LabelsParameter, Row } from '#training/settings/rows.ts';
import { SETTINGS, type TrainingConfig } from '#training/settings/table.ts';
import { type LabView, VIEW_SETTINGS } from './map/labView.ts';

/** Which classes are trained on, spelled `0_1_2`, or `all`. */
const labelsSetting = ({ initial }: LabelsParameter): Setting<TrainingConfig['classes']> => ({
  initial,
  expects: 'all, or at least two different labels joined by underscores',
  format: (classes) => (classes === 'all' ? classes : classes.join('_')),
  parse(text) {
    if (text === 'all') return text;
    if (!/^\d{1,4}(_\d{1,4})+$/.test(text)) return undefined;
    const classes = text.split('_').map(Number);
    return new Set(classes).size === classes.length ? classes : undefined;
  },
});

const spelled = (row: Row) => (row.kind === 'labels' ? labelsSetting(row) : parameterSetting(row));

/** Of a run, as addresses and files spell them. */
export const RUN_SETTINGS = Object.fromEntries(
  Object.entries(SETTINGS).map(([name, row]) => [name, spelled(row)]),
) as unknown as Settings<TrainingConfig>;

export const slots = [] as const;

/** A run's configuration, and how it is looked at: an address restores the run itself. */
export type LabState = TrainingConfig & LabView;

export const definition = {
  name: 'TrainingLab',
  settings: { ...RUN_SETTINGS, ...VIEW_SETTINGS },
  terms: {},
  measure: () => undefined,
  slotTexts: () => ({}),
  spoken: (state) => `${lossOf(state).label} loss, ${minerOf(state).label}`,
} as const satisfies FigureDefinition<LabState>;
