import { initialState } from '#kit/figure/urlState.ts';
import { type DeskState, definition } from './definition.ts';

export interface DeskCase {
  readonly label: string;
  readonly state: DeskState;
}

const NOTHING_KNOWN = { p: '', k: '', margin: '', spread: '' } as const;

const caseOf = (label: string, told: Partial<DeskState>): DeskCase => ({
  label,
  state: { ...initialState(definition.settings), ...NOTHING_KNOWN, ...told },
});

/** Losses of public threads; the caption has their addresses. */
export const CASES: readonly DeskCase[] = [
  caseOf('8.909 from the start', { loss: 'supcon', value: '8.909', temperature: '0.1', n: '256' }),
  caseOf('6.9287 for 700 epochs', {
    loss: 'nt-xent',
    value: '6.9287',
    n: '512',
    std: '0.0214',
    heldOutAccuracy: '0.491',
  }),
  caseOf('near 0.5 on MNIST', {
    loss: 'triplet',
    value: '0.5',
    margin: '0.5',
    average: 'mean-nonzero',
    mining: 'batch-all',
  }),
];
