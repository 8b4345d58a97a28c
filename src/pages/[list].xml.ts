/** Sitemap and feed, where the build knows the site's address. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { feed, sitemap } from '#components/siteLists.ts';
import { siteUrl } from '#components/siteAddress.ts';

export const getStaticPaths: GetStaticPaths = () => {
  const page = siteUrl();
  if (page === undefined) return [];
  const lists = {
    sitemap: sitemap([page, siteUrl('summary/')!]),
    feed: feed(page, siteUrl('feed.xml')!),
  };
  return Object.entries(lists).map(([list, text]) => ({ params: { list }, props: { text } }));
};

export const GET: APIRoute = ({ props }) => new Response(props['text']);
