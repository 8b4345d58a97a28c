/** The whole address of one of the site's files, the same on the page and in a worker. */
export const siteFile = (path: string): string =>
  new URL(`${import.meta.env.BASE_URL.replace(/\/$/, '')}/${path}`, location.href).href;
