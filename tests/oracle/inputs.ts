import { plainClamped } from '#metric/conventions/plainClamped.ts';
import { plainSmoothed } from '#metric/conventions/plainSmoothed.ts';
import type { Distance } from '#metric/distances/distance.ts';
import { plain } from '#metric/distances/plain.ts';
import { squared } from '#metric/distances/squared.ts';
import type { Embeddings } from '#metric/embeddings.ts';
import { normaliseRows } from '#metric/normalise.ts';
import type { OracleCase } from './oracleCase.ts';

export function toEmbeddings(rows: unknown): Embeddings {
  const list = rows as readonly (readonly number[])[];
  return {
    values: Float64Array.from(list.flat()),
    rows: list.length,
    dims: list[0]?.length ?? 1,
  };
}

export const embeddingsOf = ({ inputs }: OracleCase): Embeddings =>
  toEmbeddings(inputs['embeddings']);

/** The rows as distances are taken between them: on the unit sphere where the case says so. */
export function pointsOf(oracleCase: OracleCase): Embeddings {
  const embeddings = embeddingsOf(oracleCase);
  return oracleCase.options['normalise'] === true
    ? { ...embeddings, values: normaliseRows(embeddings) }
    : embeddings;
}

export const labelsOf = ({ inputs }: OracleCase): number[] => inputs['labels'] as number[];

export const toRows = (values: ArrayLike<number>, width: number): number[][] =>
  Array.from({ length: values.length / width }, (_, i) =>
    Array.from(Array.prototype.slice.call(values, i * width, (i + 1) * width)),
  );

/** How the repositories keep the root of a plain distance away from zero, where they do. */
const PLAIN_OF_REPOSITORY: ReadonlyMap<string, Distance> = new Map([
  ['joseph-nagel/contrastive-learning', plainClamped],
  ['VisualComputingInstitute/triplet-reid', plainSmoothed],
]);

/** The distance of a case; of plain ones, the variant that its source uses. */
export const distanceOf = ({ options, source }: OracleCase): Distance =>
  options['squared'] === true ? squared : (PLAIN_OF_REPOSITORY.get(source.repo) ?? plain);

/** The case's margin: a number, or "soft" however the case words it. */
export const marginOf = ({ options }: OracleCase): number | 'soft' =>
  typeof options['margin'] === 'number' ? options['margin'] : 'soft';

/** An option that is a number, or what it is where the case does not have it. */
export const numberOf = ({ options }: OracleCase, name: string, initial: number): number =>
  typeof options[name] === 'number' ? options[name] : initial;
