/** The file of `public` that `npm run pdf` makes. */
export const PDF_NAME = 'contrastive-representation-learning.pdf';
