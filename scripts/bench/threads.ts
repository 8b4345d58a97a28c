import type { BenchNetworkName } from './kernels/benchNetworks.ts';
import { type Group, type Measured, slug } from './report.ts';
import type { Site } from './site.ts';
import type { TimeSteps } from './threads/page.ts';
import { withPages } from './threads/pageServer.ts';

const ROUNDS = 2;
/** The reference conv takes jax-js half a minute a step. */
const STEPS: readonly { readonly network: BenchNetworkName; readonly batch: number }[] = [
  { network: 'MLP', batch: 32 },
  { network: 'MLP', batch: 128 },
  { network: 'MLP', batch: 1024 },
  { network: 'small conv', batch: 128 },
];
const PLACES = ['one', 'threaded'] as const;
type Place = (typeof PLACES)[number];

interface Timed {
  /** Threads besides the page's own. */
  readonly threads: number;
  readonly times: readonly number[];
}

/** In a page of its own, so that nothing is left of other threads. Throws where there are not the threads that are told of. */
async function timeIn(
  { browser }: Site,
  url: string,
  [place, { network, batch }]: readonly [Place, (typeof STEPS)[number]],
): Promise<Timed> {
  const page = await browser.newPage();
  try {
    await page.goto(`${url}/${place}`);
    const times = await page.evaluate(
      ([network, batch]) =>
        (globalThis as unknown as { timeSteps: TimeSteps }).timeSteps(network, batch),
      [network, batch] as const,
    );
    const threads = page.workers().length;
    if (threads > 0 !== (place === 'threaded'))
      throw new Error(`jax-js computed with ${threads} threads on the page at /${place}`);
    return { threads, times };
  } finally {
    await page.close();
  }
}

async function stepGroup(site: Site, url: string, step: (typeof STEPS)[number]): Promise<Group> {
  const timed: Record<Place, Timed[]> = { one: [], threaded: [] };
  for (let round = 0; round < ROUNDS; round++)
    for (const place of PLACES) timed[place].push(await timeIn(site, url, [place, step]));
  const { network, batch } = step;
  return {
    id: `threads-${slug(network)}-${batch}`,
    title: `A step of the ${network} on jax-js, the network only, B = ${batch}, on the clock`,
    rows: PLACES.map((place) => {
      const { threads } = timed[place][0]!;
      return {
        id: place,
        what: threads === 0 ? 'jax-js, wasm, 1 thread' : `jax-js, wasm, ${threads} threads`,
        unit: 'ms',
        values: timed[place].flatMap(({ times }) => times),
      };
    }),
  };
}

/** jax-js in Chromium, on a page that may have threads and on one that may not. */
export const benchThreads = (site: Site): Promise<Measured> =>
  withPages(async (url) => {
    const groups: Group[] = [];
    for (const step of STEPS) groups.push(await stepGroup(site, url, step));
    return {
      heading: 'jax-js on one thread and on several',
      groups,
      versions: { chromium: site.browser.version() },
      remarks: [
        'jax-js takes as many threads as there are cores, where the page that it is in may share memory between them: that is, where the server sends two headers (Cross-Origin-Opener-Policy, Cross-Origin-Embedder-Policy). So the same page is served with them and without. In Node, where the other parts measure it, it has one thread.',
      ],
    };
  });
