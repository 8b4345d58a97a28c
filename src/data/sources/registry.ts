import type { Dataset } from '../dataset.ts';
import { MNIST } from '../digits/digitSource.ts';
import { FACES } from '../faces/faceSource.ts';
import type { Described, SourceEntry } from './entry.ts';

const entries = [MNIST, FACES] as const;

export type SourceName = (typeof entries)[number]['reference']['source'];

/** The data sets that come with the page, by name. */
export const sources: ReadonlyMap<SourceName, SourceEntry & DataSource> = new Map(
  entries.map((entry) => [entry.reference.source, entry]),
);

if (sources.size < entries.length)
  throw new RangeError(
    `every name may stand for one data set only: ${entries.map(({ reference }) => reference.source).join(', ')}`,
  );

/** Those that the lab offers, in their order. */
export const labSources = [...sources.values()].filter(({ elsewhere }) => elsewhere === undefined);

/** Which samples a run is trained on and judged by, as it is told to the worker that trains. */
export type DataReference =
  | { readonly source: SourceName }
  /** The reader's own: handed over once, and known by its id from then on. */
  | { readonly source: 'own'; readonly id: string; readonly data?: Dataset };

/** What is trained on. */
export interface DataSource extends Described {
  readonly reference: DataReference;
}

/** Whether samples are images, or vectors of one row. */
export const isImages = ({ height }: Pick<DataSource, 'height'>): boolean => height > 1;
