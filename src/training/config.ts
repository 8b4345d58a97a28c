/** The settings of a run, for whoever takes them as a whole; what is told of each stands in settings/. */
export { batchLossConfig } from './settings/batchLossConfig.ts';
export { CHANGEABLE, canChange, checkChange, differences } from './settings/changes.ts';
export { DEFAULT_CONFIG, type TrainingConfig } from './settings/table.ts';
export { validateConfig } from './settings/validate.ts';
