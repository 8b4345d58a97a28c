import type { Dataset } from '#data/dataset.ts';
import type { Loading } from '#data/sources/entry.ts';
import { type DataReference, sources } from '#data/sources/registry.ts';
import { lookUp } from '#metric/lookUp.ts';

/** Loads what a reference names, and tells how far a download is. Rejects with a sentence. */
export type LoadData = (
  reference: DataReference,
  onProgress: Loading['onProgress'],
) => Promise<Dataset>;

/** What leads from a reference to a data set; `rest` lets others have their turn while it draws. */
export const createLoadData =
  (rest: Loading['rest']): LoadData =>
  async (reference, onProgress) => {
    if (reference.source !== 'own')
      return lookUp(sources, 'data source', reference.source).load({ onProgress, rest });
    if (!reference.data)
      throw new Error('Your own data are not there any more: open their files again.');
    return reference.data;
  };
