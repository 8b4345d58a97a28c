/** The address under which a page is kept: its file's, without what the reader's link sets. */
export function keptPage(address: string): string {
  const url = new URL(address);
  url.search = '';
  url.hash = '';
  url.pathname = /\.html$/.test(url.pathname)
    ? url.pathname
    : `${url.pathname.replace(/\/$/, '')}/index.html`;
  return url.href;
}
