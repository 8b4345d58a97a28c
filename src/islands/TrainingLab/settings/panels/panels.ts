import type { FunctionComponent } from 'preact';
import type { Group } from '../groups.ts';
import type { SettingsProps } from '../SettingsProps.ts';
import { BatchPanel } from './BatchPanel.tsx';
import { DataPanel } from './DataPanel.tsx';
import { EmbeddingPanel } from './EmbeddingPanel.tsx';
import { HingePanel } from './HingePanel.tsx';
import { NetworkPanel } from './NetworkPanel.tsx';
import { OptimiserPanel } from './OptimiserPanel.tsx';
import './panels.css';

/** What unfolds of each group of settings. */
export const panels: ReadonlyMap<Group, FunctionComponent<SettingsProps>> = new Map([
  ['hinge', HingePanel],
  ['batch', BatchPanel],
  ['network', NetworkPanel],
  ['optimiser', OptimiserPanel],
  ['embedding', EmbeddingPanel],
  ['data', DataPanel],
]);
