/** Where a built site will stand, as `SITE_URL` says it. */
export interface SiteAddress {
  /** The host with its protocol; unknown where only a path is given, or nothing. */
  readonly site?: string;
  /** The path, from a slash to a slash. */
  readonly base: string;
}

/**
 * Reads `https://example.org/contrastive/`, or only its path, `/contrastive/`. Without either the site
 * stands at the root of whatever serves it. Throws where a text is neither.
 */
export function siteAddress(text = ''): SiteAddress {
  const asked = text.trim();
  if (asked === '') return { base: '/' };
  const url = asked.startsWith('/') ? URL.parse(asked, 'http://path.invalid') : URL.parse(asked);
  if (!url || !/^https?:$/.test(url.protocol) || url.search || url.hash)
    throw new Error(
      `SITE_URL is “${text}”, but the site's address is like https://example.org/contrastive/, or its path alone: /contrastive/.`,
    );
  const base = url.pathname.replace(/\/*$/, '/');
  return asked.startsWith('/') ? { base } : { site: url.origin, base };
}
