import { parseHTML } from 'linkedom';

/** The body of a page that holds this and nothing else. */
export const parseBody = (html: string): HTMLElement =>
  parseHTML(`<!doctype html><html><body>${html}</body></html>`).document.body;
