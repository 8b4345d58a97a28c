/** The chapters, in order, and what is known of them as a whole. */
import { type CollectionEntry, getCollection } from 'astro:content';
import { type ArticleIndex, indexArticle } from './articleIndex.ts';

export const loadChapters = async (): Promise<CollectionEntry<'chapters'>[]> =>
  (await getCollection('chapters')).toSorted((a, b) => a.data.order - b.data.order);

export const loadArticleIndex = async (): Promise<ArticleIndex> =>
  indexArticle((await loadChapters()).map(({ body = '' }) => body));
