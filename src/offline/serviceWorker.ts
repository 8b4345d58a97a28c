/**
 * Keeps one whole release of the article on the device. `MANIFEST` has its files with the hash of each,
 * and a release of which one does not fit is not kept at all: what is read is never of two releases.
 * Pages come from the network, where it answers; everything else has a name that changes with it.
 */
import { clientsClaim } from 'workbox-core';
import { matchPrecache, precacheAndRoute } from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';
import { TAKE_OVER } from './messages.ts';
import { keptPage } from './keptPage.ts';

declare const self: ServiceWorkerGlobalScope;
/** Put in the place of this name by the build. */
declare const MANIFEST: Parameters<typeof precacheAndRoute>[0];

/** A network that has not answered by then is taken for none, if the page is kept. */
const PATIENCE_MS = 4000;

const pass = (milliseconds: number) =>
  new Promise<void>((resolve) => setTimeout(resolve, milliseconds));

async function page(request: Request): Promise<Response> {
  const kept = () => matchPrecache(keptPage(request.url));
  const answer = fetch(request).then(async (response) =>
    response.status < 500 ? response : ((await kept()) ?? response),
  );
  const patient = pass(PATIENCE_MS)
    .then(kept)
    .then((found) => found ?? answer);
  return Promise.race([answer, patient]).catch(async () => (await kept()) ?? Response.error());
}

registerRoute(new NavigationRoute(({ request }) => page(request)));
precacheAndRoute(MANIFEST, {
  // A file that did not come at first is asked for once more under such a parameter.
  ignoreURLParametersMatching: [/^astro-retry$/],
});
clientsClaim();

self.addEventListener('message', ({ data }) => {
  if (data === TAKE_OVER) void self.skipWaiting();
});
