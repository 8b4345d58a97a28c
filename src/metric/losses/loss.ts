import type { Batch } from '../batch.ts';
import type { Classes } from '../classes.ts';
import type { DistanceName } from '../distances/registry.ts';
import type { Margin } from '../margin.ts';
import type { MinerEntry } from '../miners/miner.ts';
import type { Parameters, ValuesOf } from '../parameter.ts';
import type { Random } from '../random.ts';
import type { Reducer, SelectionCounts } from '../reducers/reducer.ts';
import type { Choice } from '../registry.ts';
import type { LossItems } from './items.ts';
import type { LossSetup } from './setup.ts';

/** A loss summed over a selection, before any reducer. */
export interface Tally extends SelectionCounts {
  readonly sum: number;
  /** ∂sum/∂points. */
  readonly gradient: Float64Array;
  /** ∂sum/∂each array that the loss learns, in their order. */
  readonly learnedGradients?: readonly Float64Array[];
}

/** What one anchor adds; `weights` receives ∂sum/∂distance for every row. */
export interface AnchorTally {
  readonly sum: number;
  readonly selected: number;
  readonly active: number;
  /** The rows whose weights are not 0, where they are few; some may come twice. */
  readonly rows?: Int32Array;
}

/** Sums the loss over a batch; `learned` are the arrays that it learns, in the order of `learns`. */
export type EvaluateLoss = (
  batch: Batch,
  random: Random,
  learned: readonly Float64Array[],
) => Tally;

/** An array that a loss learns along with the network, such as a vector for each class. */
export interface LearnedArray {
  readonly name: string;
  readonly shape: readonly number[];
  /** As it begins, row after row. */
  readonly values: Float32Array;
}

/** What decides how large a loss's learned arrays are. */
interface LearningSetup {
  /** Every label that may come, ascending. */
  readonly labels: readonly number[];
  readonly dims: number;
}

/** What computing a loss takes. Its values are those of its parameters. */
export interface LossRule<Values = unknown> {
  readonly name: string;
  readonly parameters: Parameters;
  /** The margin that its values put in force; missing for a loss without one. */
  margin?(values: Values): Margin;
  /** Throws on values that it cannot compute with. */
  create(setup: LossSetup<Values>): EvaluateLoss;
  /** How many triplets (or pairs, or anchors) a batch has to select from. */
  countValid(classes: Classes, values: Values): number;
  /** The arrays that it learns, as they begin; missing for a loss that learns nothing. */
  learns?(setup: LearningSetup, random: Random): readonly LearnedArray[];
}

/** A level at which a loss comes to rest. */
export interface Plateau {
  /** Beside its line on a chart. */
  readonly name: string;
  /** Where the loss stands, in a sentence that begins "the loss stands at". */
  readonly words: string;
  /** For the mean over all that a P×K batch has. */
  readonly height: number;
  /** What to try, in a sentence, where the miner has no better advice. */
  readonly remedy: string;
}

/** What a P×K batch is like, and how many classes are trained on: P, unless it is said. */
export interface BatchShape {
  readonly p: number;
  readonly k: number;
  readonly dims?: number;
  readonly classCount?: number;
}

/** How a loss reads in PyTorch. */
interface PytorchLoss {
  /** Lines that define its numbers. */
  readonly constants: string;
  /** What it measures with, besides the miner; '' where the loss brings its own. */
  readonly usesDistance: boolean;
  /** Lines that define loss_of(embeddings, labels). */
  readonly definition: string;
  /** The module whose parameters it learns, which belong into the optimiser; missing where there are none. */
  readonly module?: string;
}

/** What besides the loss decides how it reads in PyTorch. */
interface PytorchSetup<Values> {
  readonly values: Values;
  readonly distance: Choice;
  readonly reducer: Reducer;
  readonly dims: number;
  /** Every label that is trained on, ascending. */
  readonly labels: readonly number[];
}

/** A loss that can be chosen. */
export interface Loss<Values = unknown> extends LossRule<Values>, Choice {
  /** Other settings of the formula as the literature has it: the choice of the loss brings them. */
  readonly usual: { readonly distance?: DistanceName } & Readonly<
    Record<string, string | number | boolean>
  >;
  /** What suits points of length 1, where that is something else. */
  readonly usualOnSphere?: Readonly<Record<string, number>>;
  /** Whether it is a function of distances, so that there is one to choose. */
  readonly takesDistance: boolean;
  /** Of its parameters those that have no effect beside the values of others. */
  idle?(values: Values): readonly string[];
  /** Why it does not go with a miner, in a sentence; undefined where it does. */
  refuses(miner: MinerEntry): string | undefined;
  /**
   * Why rows that count as alike must be classes of the data, in a sentence; missing where they may be
   * anything, such as the views of one image.
   */
  readonly needsClasses?: string;
  /** Where it stands once all points are one. */
  collapse(values: Values, batch: BatchShape): Plateau;
  /**
   * Below which the mean over all that a P×K batch has cannot come, whatever the embeddings; missing
   * where that is 0.
   */
  floor?(values: Values, batch: BatchShape): number;
  /** The things that it sums over. */
  readonly items: LossItems<Values>;
  pytorch(setup: PytorchSetup<Values>): PytorchLoss;
}

interface LossOf<Name extends string, Own>
  extends Omit<Loss<ValuesOf<Own>>, 'name' | 'parameters'> {
  readonly name: Name;
  readonly parameters: Own;
}

/** A loss, with the type of its values taken from its parameters. */
export const asLoss = <const Name extends string, Own extends Parameters>(
  loss: LossOf<Name, Own>,
): LossOf<Name, Own> => loss;
