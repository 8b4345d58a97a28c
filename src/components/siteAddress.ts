/** Addresses of the site's own pages and files, wherever it stands: `SITE_URL` says so to the build. */

/** Of a file, from the root of its host. */
export const sitePath = (path = ''): string =>
  `${import.meta.env.BASE_URL.replace(/\/*$/, '/')}${path}`;

/** The same with its host; undefined where the build was not told of one. */
export const siteUrl = (path = ''): string | undefined =>
  import.meta.env.SITE ? new URL(sitePath(path), import.meta.env.SITE).href : undefined;
