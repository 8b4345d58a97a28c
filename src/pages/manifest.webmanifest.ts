/** How the article looks where it is kept on a device. Its addresses are relative to its own. */
import type { APIRoute } from 'astro';
import { article } from '#components/article.ts';
import { PAPER } from '#components/paper.ts';

const icon = (size: number, purpose: 'any' | 'maskable') => ({
  src: purpose === 'any' ? `icon-${size}.png` : `icon-${size}-maskable.png`,
  sizes: `${size}x${size}`,
  type: 'image/png',
  purpose,
});

const manifest = {
  name: article.title,
  short_name: 'Contrastive learning',
  description: article.description,
  lang: 'en',
  start_url: './',
  scope: './',
  display: 'minimal-ui',
  background_color: PAPER.light,
  theme_color: PAPER.light,
  icons: [
    { src: 'favicon.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'any' },
    icon(192, 'any'),
    icon(512, 'any'),
    icon(512, 'maskable'),
  ],
};

export const GET: APIRoute = () => new Response(JSON.stringify(manifest));
