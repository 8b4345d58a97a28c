import type { APIRoute } from 'astro';
import { siteUrl } from '#components/siteAddress.ts';

const map = siteUrl('sitemap.xml');

export const GET: APIRoute = () =>
  new Response(`User-agent: *\nAllow: /\n${map ? `Sitemap: ${map}\n` : ''}`);
