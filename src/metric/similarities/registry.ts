import { plain } from '../distances/plain.ts';
import { squared } from '../distances/squared.ts';
import { type NameOf, registryOf } from '../registry.ts';
import { innerProduct, negated, type Similarity } from './similarity.ts';

const cosine = {
  name: 'cosine',
  label: 'cosine',
  about: 'The inner product of rows of length 1: the cosine of the angle between them.',
  ofUnitRows: true,
  ...innerProduct,
  pytorch: 'distances.CosineSimilarity()',
} as const satisfies Similarity;

const dot = {
  name: 'dot',
  label: 'inner product',
  about: 'The inner product of the rows as they are.',
  ofUnitRows: false,
  ...innerProduct,
  pytorch: 'distances.DotProductSimilarity(normalize_embeddings=False)',
} as const satisfies Similarity;

const negativeDistance = {
  name: 'negative-plain',
  label: 'minus the distance',
  about: 'The Euclidean distance with its sign turned.',
  ofUnitRows: false,
  ...negated(plain),
  pytorch: plain.pytorch,
} as const satisfies Similarity;

const negativeSquared = {
  name: 'negative-squared',
  label: 'minus the squared distance',
  about: 'The squared distance with its sign turned.',
  ofUnitRows: false,
  ...negated(squared),
  pytorch: squared.pytorch,
} as const satisfies Similarity;

const entries = [cosine, dot, negativeDistance, negativeSquared] as const;

export type SimilarityName = NameOf<typeof entries>;

export const similarities: ReadonlyMap<SimilarityName, Similarity> = registryOf(entries);
