/** What the article says of itself: in its title, its head and its citation. */
import { siteUrl } from './siteAddress.ts';
import { authors, keywords, released, title, version } from './citation.ts';

export const article = {
  title,
  promise:
    'How a network learns to place things that belong together near each other, and everything else apart: with points to drag, forces to watch and a training run of your own.',
  description:
    'An interactive article on the contrastive loss, the triplet loss and triplet mining: drag the points, watch the forces, train a network in your browser.',
  people: authors,
  authors: authors.map(({ name }) => name).join(' and '),
  version,
  released,
  year: Number(released.slice(0, 4)),
  keywords,
  /** What a reader can do at the end. */
  teaches: [
    'Work out a contrastive loss and a triplet loss, their gradients and their zero regions by hand',
    'Choose margin, distance, batch and mining, and foresee what each does to an embedding',
    'Read a stuck loss: tell collapse from the eye of the needle, and get out of either',
    'Judge an embedding on classes that no network saw: retrieval, verification, thresholds',
    'Relate the losses of the softmax family and of class vectors to those of pairs and triplets',
  ],
  level: 'Undergraduate and graduate students; practitioners',
  licence: 'https://creativecommons.org/licenses/by/4.0/',
} as const;

/** The article's own entry for a bibliography. */
export const articleBibtex = () => `@misc{contrastive2026,
  author = {{${article.authors}}},
  title  = {${article.title}},
  year   = {${article.year}},
  note   = {Interactive article, version ${article.version}}${siteUrl() ? `,\n  url    = {${siteUrl()}}` : ''}
}`;
