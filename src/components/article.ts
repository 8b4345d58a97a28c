/** What the article says of itself: in its title, its head and its citation. */
export const article = {
  title: 'Contrastive representation learning',
  promise:
    'How a network learns to place things that belong together near each other, and everything else apart: with points to drag, forces to watch and a training run of your own.',
  description:
    'An interactive article on the contrastive loss, the triplet loss and triplet mining: drag the points, watch the forces, train a network in your browser.',
  authors: 'The contributors',
  version: '0.1.0',
  year: 2026,
} as const;

/** The article's own entry for a bibliography. */
export const articleBibtex = `@misc{contrastive2026,
  author = {{${article.authors}}},
  title  = {${article.title}},
  year   = {${article.year}},
  note   = {Interactive article, version ${article.version}}
}`;
