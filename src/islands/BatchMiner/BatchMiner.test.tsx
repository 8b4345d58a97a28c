import { parseHTML } from 'linkedom';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { countVotes } from './votes.ts';

// Nothing else of the figure counts votes: once for each analysis of a batch.
vi.mock('./votes.ts', async (importOriginal) => {
  const original = await importOriginal<typeof import('./votes.ts')>();
  return { countVotes: vi.fn(original.countVotes) };
});

const analyses = () => vi.mocked(countVotes).mock.calls.length;
let frames: ((now: number) => void)[] = [];
let root: Element;

/** The page around the figure, as far as the figure asks for it. */
function createPage(slots: readonly string[]) {
  const formula = slots.map((slot) => `<span data-slot="${slot}">0</span>`).join('');
  const page = parseHTML(
    `<figure data-figure="BatchMiner"><div id="root"></div><p class="formula">${formula}</p></figure>`,
  );
  // Where an element names a listener, Preact listens for the event by that name.
  Object.assign(page.window.Element.prototype, { onkeydown: null, onclick: null });
  vi.stubGlobal('document', page.document);
  vi.stubGlobal('HTMLElement', page.window.HTMLElement);
  vi.stubGlobal('Element', page.window.Element);
  vi.stubGlobal('Event', page.window.Event);
  vi.stubGlobal('location', { search: '' });
  // Listened to for printing, which nothing here does.
  for (const name of ['addEventListener', 'removeEventListener']) vi.stubGlobal(name, () => {});
  vi.stubGlobal('matchMedia', () => ({ matches: false }));
  for (const observer of ['IntersectionObserver', 'MutationObserver'])
    vi.stubGlobal(
      observer,
      class {
        observe() {}
        disconnect() {}
      },
    );
  vi.stubGlobal('requestAnimationFrame', (frame: (now: number) => void) => frames.push(frame));
  vi.stubGlobal('cancelAnimationFrame', () => {
    frames = [];
  });
  return page;
}

const dispatch = (element: Element, type: string, properties: object) =>
  act(() => {
    const event = new Event(type, { bubbles: true, cancelable: true });
    element.dispatchEvent(Object.assign(event, properties));
  });

beforeAll(async () => {
  const { slots } = await import('./definition.ts');
  const { default: BatchMiner } = await import('./BatchMiner.tsx');
  root = createPage(slots).document.getElementById('root')!;
  await act(() => render(<BatchMiner />, root));
});
afterAll(() => {
  render(null, root);
  vi.unstubAllGlobals();
});

const textOf = (name: string) =>
  root.querySelector(`[data-quantity="${name}"]`)!.getAttribute('data-value');

test('a moved point has its batch analysed once, for all that is shown of it', async () => {
  const point = root.querySelector('[data-point="p6"]')!;
  for (let moves = 1; moves <= 5; moves++) {
    const [before, loss] = [analyses(), textOf('loss')];
    await dispatch(point, 'keydown', { key: 'ArrowRight', shiftKey: false });
    expect(textOf('loss')).not.toBe(loss);
    expect(analyses() - before).toBe(1);
  }
});

test('each step of a run is analysed once', async () => {
  const run = [...root.querySelectorAll('button')].find((b) => b.textContent === 'Run')!;
  await dispatch(run, 'click', {});
  const [before, first] = [analyses(), Number(textOf('step'))];
  for (let now = 0; now <= 200; now += 50) {
    const due = frames;
    frames = [];
    await act(() => {
      for (const frame of due) frame(now);
    });
  }
  const steps = Number(textOf('step')) - first;
  expect(steps).toBe(12);
  expect(analyses() - before).toBe(steps);
});
