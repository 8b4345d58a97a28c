import type { Batch } from '../batch.ts';
import type { Random } from '../random.ts';
import type { LossSetup } from './setup.ts';

/** One of the things that a loss sums over: a triplet, a pair. */
export interface LossItem {
  /** Rows of the batch, in the order of the roles. */
  readonly rows: readonly number[];
  readonly kind: string;
  /** Where it stands among the others: see the axes. */
  readonly x: number;
  readonly y: number;
}

/** One of them in full. */
export interface MeasuredItem extends Omit<LossItem, 'rows'> {
  readonly loss: number;
  /** ∂(its own loss)/∂points, of its rows only, one after another. */
  readonly gradient: Float64Array;
  /** What there is to tell of it besides, in the order of their names; numbers are spelled by `told`. */
  facts(told: (value: number) => string): readonly string[];
  /** The formula of its loss with its numbers in it. */
  formula(told: (value: number) => string): string;
}

/** What a loss looks at in a batch: what it is called, how it is drawn, which there are. */
export interface LossItems<Values = unknown> {
  readonly many: string;
  /** What each of its rows is. */
  readonly roles: readonly string[];
  readonly kinds: readonly string[];
  /** The names of what is told of each: see MeasuredItem. */
  readonly facts: readonly string[];
  readonly axes: {
    readonly x: string;
    readonly y: string;
    /** What the chart of them is called. */
    readonly label: string;
    /** Whether both are distances, on one scale. */
    readonly alike: boolean;
  };
  /** How to read that chart. */
  readonly note: string;
  /** Whether there may be so many that asking every anchor takes too long. */
  readonly abound: boolean;
  /** Visits those that are selected; where they abound, only those of anchors that `asks` lets through. */
  visit(
    setup: LossSetup<Values>,
    batch: Batch,
    random: Random,
    visit: (item: LossItem) => void,
    asks: (anchor: number) => boolean,
  ): void;
  /** One of them by its rows. */
  measure(setup: LossSetup<Values>, batch: Batch, rows: readonly number[]): MeasuredItem;
}
