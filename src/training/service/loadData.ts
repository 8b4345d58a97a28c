import { loadDigits } from '#data/digits/loadDigits.ts';
import { drawFaceData } from '#data/faces/faceData.ts';
import { siteFile } from '#data/siteFile.ts';
import type { LoadData } from '#data/sources.ts';

/** What leads from a reference to a data set; `rest` lets others have their turn while it draws. */
export const createLoadData =
  (rest: () => Promise<void>): LoadData =>
  async (reference, onProgress) => {
    switch (reference.source) {
      case 'digits':
        return loadDigits(siteFile('data/mnist.bin'), onProgress);
      case 'faces':
        return drawFaceData(rest);
      case 'own':
        if (!reference.data)
          throw new Error('Your own data are not there any more: open their files again.');
        return reference.data;
    }
  };
