import { type MeasuredReport, medianOf, type MeasuredRow, rowsOf } from './measured.ts';

/** How well a network does that has seen so many people, per cent: over seeds. */
export interface Seen {
  readonly people: number;
  readonly median: number;
  readonly least: number;
  readonly most: number;
}

export interface IdentitiesSeen {
  /** Of each as many pictures, and so with more people more pictures. */
  readonly each: readonly Seen[];
  /** As many pictures in all. */
  readonly inAll: readonly Seen[];
  /** The error rate without a network. */
  readonly pixels: number;
}

const PIXELS = 'pixels';

const seenIn = (rows: readonly MeasuredRow[]): Seen[] =>
  rows
    .filter(({ id }) => id !== PIXELS)
    .map(({ id, median, least, most }) => {
      if (median === null || least === null || most === null)
        throw new RangeError(`nothing was measured of ${id} people`);
      return { people: Number(id), median, least, most };
    });

/**
 * The equal error rate on unseen people against the number of people that a network has seen. Throws
 * an error that says what was not measured.
 */
export const identitiesSeenOf = (faces: Pick<MeasuredReport, 'groups'>): IdentitiesSeen => ({
  each: seenIn(rowsOf(faces, 'identities')),
  inAll: seenIn(rowsOf(faces, 'identities-equal-pictures')),
  pixels: medianOf(faces, 'identities', PIXELS),
});
