import { drawPopulation, POPULATIONS } from '#data/faces/population.ts';
import type { FaceSources } from './faceSources.ts';

export interface GalleryOptions {
  /** Strangers are matched with whoever is at most this far. */
  readonly threshold: number;
}

/** So many are enrolled between two words on how far the search is. */
const SLICE = 500;

interface Search {
  readonly presented: Float32Array;
  readonly enrolled: Float32Array;
  readonly dims: number;
  /** The place in the gallery of the first of those enrolled here. */
  readonly from: number;
  readonly threshold: number;
  /** For each stranger how many are enrolled at the first match; lowered here. */
  readonly enrolledAt: Int32Array;
}

function markMatches({ presented, enrolled, dims, from, threshold, enrolledAt }: Search): void {
  const people = enrolled.length / dims;
  enrolledAt.forEach((known, stranger) => {
    if (known <= from) return;
    for (let person = 0; person < people; person++) {
      let square = 0;
      for (let d = 0; d < dims; d++)
        square += (presented[stranger * dims + d]! - enrolled[person * dims + d]!) ** 2;
      if (square > threshold ** 2) continue;
      enrolledAt[stranger] = from + person + 1;
      return;
    }
  });
}

/**
 * Enrols everyone of the gallery with one picture, presents strangers, none of whom is in it, and
 * says for each how many must be enrolled before the first false match: one more than there are
 * where none matches. By the network that was trained in advance.
 */
export async function searchGallery(
  sources: FaceSources,
  { threshold }: GalleryOptions,
  { rest, onProgress }: { rest(): Promise<void>; onProgress(enrolled: number): void },
): Promise<Int32Array> {
  const { gallery, strangers } = POPULATIONS;
  const embed = async (first: number, people: number, pictures: number) =>
    sources.embed((await drawPopulation({ first, people, pictures }, rest)).images, 'pretrained');
  const { values: presented, dims } = await embed(
    strangers.first,
    strangers.people,
    strangers.pictures,
  );
  const enrolledAt = new Int32Array(strangers.people).fill(gallery.people + 1);
  for (let from = 0; from < gallery.people; from += SLICE) {
    const people = Math.min(SLICE, gallery.people - from);
    const { values: enrolled } = await embed(gallery.first + from, people, gallery.pictures);
    markMatches({ presented, enrolled, dims, from, threshold, enrolledAt });
    onProgress(from + people);
  }
  return enrolledAt;
}
