import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { decodeRecording } from '#data/recordings/recordingFormat.ts';
import { instantOfMoment, momentAt, momentIndexAt, positionsAt } from '#islands/Overture/drift.ts';
import landmarks from '#islands/Overture/landmarks.json' with { type: 'json' };
import { settings } from '#islands/Overture/definition.ts';
import { NEIGHBOURS, verdictOn } from '#islands/Overture/neighbours.ts';
import { leaveOneOutKnnAccuracy } from '#metric/evaluation/knn.ts';
import {
  copyLink,
  figureOn,
  numberOf,
  openFigure,
  pointMark,
  pointOf,
  quantity,
  watch,
} from './figureDriver.ts';

const NAME = 'Overture';
const recording = decodeRecording(gunzipSync(readFileSync('src/data/files/overture.bin')));
const { labels, moments } = recording;
const end = positionsAt(recording, 1);

const plane = (figure: Locator) => figure.locator('.drift');
const scrubBar = (figure: Locator) => figure.getByRole('slider');

/** The figure with its recording, at rest at its end. */
async function openAtRest(page: Page, query = ''): Promise<Locator> {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const figure = await openFigure(page, NAME, query);
  await expect(plane(figure)).toHaveAttribute('data-live', 'true');
  return figure;
}

/** Where a digit is on the screen. */
async function placeOf(figure: Locator, row: number, { xs, ys } = end) {
  const box = (await plane(figure).boundingBox())!;
  return {
    x: box.x + ((xs[row]! + 1) / 2) * box.width,
    y: box.y + ((1 - ys[row]!) / 2) * box.height,
  };
}

/** A digit with nobody near, so that pointing at it can mean no other. */
const loner = Array.from(labels.keys()).reduce((best, row) => {
  const roomOf = (a: number) => {
    const [nearest] = verdictOn(a, end, labels).nearest;
    return Math.hypot(end.xs[a]! - end.xs[nearest!]!, end.ys[a]! - end.ys[nearest!]!);
  };
  return roomOf(row) > roomOf(best) ? row : best;
}, 0);

/** The numbers are those of the recording, and the accuracy is the metric library's. */
async function expectNumbersOf(figure: Locator, index: number) {
  const { step, loss, knnAccuracy } = moments[index]!;
  expect(await numberOf(figure, 'step')).toBe(step);
  expect(await numberOf(figure, 'loss')).toBe(loss);
  expect(await numberOf(figure, 'knnAccuracy')).toBe(knnAccuracy);
  const { xs, ys } = positionsAt(recording, instantOfMoment(recording, index));
  const values = Float64Array.from(Array.from(xs).flatMap((x, row) => [x, ys[row]!]));
  expect(knnAccuracy).toBe(
    leaveOneOutKnnAccuracy({ values, rows: xs.length, dims: 2 }, labels, NEIGHBOURS),
  );
}

test('the recording and its pictures come to at most 200 kB', () => {
  expect(readFileSync('src/data/files/overture.bin').length).toBeLessThanOrEqual(200_000);
});

test('plays once when it is seen, from the muddle to the end, and is silent', async ({ page }) => {
  // The page's time stands still but for what is run of it here.
  await page.clock.install({ time: 0 });
  await page.clock.pauseAt(1000);
  await page.goto('/');
  const figure = figureOn(page, NAME);
  const states = await watch(figure, '[data-quantity="step"]', 'button.primary');
  await figure.scrollIntoViewIfNeeded();
  const nameSoon = async () => {
    await page.clock.runFor(100);
    return (await states()).at(-1)![1];
  };
  await expect.poll(nameSoon).toBe('Pause');
  await page.clock.runFor(25_000);
  await expectNumbersOf(figure, moments.length - 1);
  await expect(figure.getByRole('button', { name: 'Play' })).toBeVisible();
  const steps = (await states()).map(([step]) => Number(step));
  const played = steps.slice(steps.indexOf(0));
  expect(played.length).toBeGreaterThan(10);
  expect(played).toEqual(played.toSorted((a, b) => a - b));
  await page.clock.runFor(5000);
  expect(await numberOf(figure, 'step')).toBe(moments.at(-1)!.step);
  expect(await figure.locator('.visually-hidden[role=status]').textContent()).toBe('');
});

test('with reduced motion it stands at its end and leaves the moving to the reader', async ({
  page,
}) => {
  const figure = await openAtRest(page);
  await expect(figure.getByRole('button', { name: 'Play' })).toBeHidden();
  await expectNumbersOf(figure, moments.length - 1);
  await scrubBar(figure).fill(String(instantOfMoment(recording, 30)));
  await expectNumbersOf(figure, 30);
});

test('the arrow keys of the scrub bar go from recorded moment to recorded moment', async ({
  page,
}) => {
  const figure = await openAtRest(page);
  await scrubBar(figure).press('ArrowLeft');
  await expectNumbersOf(figure, moments.length - 2);
  await scrubBar(figure).press('Home');
  await expectNumbersOf(figure, 0);
  await scrubBar(figure).press('PageUp');
  await expectNumbersOf(figure, 10);
  await expect(scrubBar(figure)).toHaveAttribute(
    'aria-valuetext',
    `Step ${moments[10]!.step}, k-NN accuracy ${moments[10]!.knnAccuracy.toFixed(2)}`,
  );
});

test('dragging the scrub bar moves the digits, the labels and the numbers together', async ({
  page,
}) => {
  const figure = await openAtRest(page, `?Overture.digit=${loner}`);
  await scrubBar(figure).scrollIntoViewIfNeeded();
  const box = (await scrubBar(figure).boundingBox())!;
  await page.mouse.move(box.x + box.width - 8, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.4, box.y + box.height / 2, { steps: 12 });
  const at = Number(await scrubBar(figure).inputValue());
  expect(at).toBeGreaterThan(0.3);
  expect(at).toBeLessThan(0.5);
  await expectNumbersOf(figure, momentIndexAt(recording, at));
  const now = positionsAt(recording, at);
  const drawn = await pointOf(figure, 'digit');
  expect(drawn.x).toBeCloseTo(now.xs[loner]! * now.extent, 4);
  expect(drawn.y).toBeCloseTo(now.ys[loner]! * now.extent, 4);
  await page.mouse.up();
});

test('pointing at a digit shows it, its neighbours and their vote', async ({ page }) => {
  const figure = await openAtRest(page);
  const place = await placeOf(figure, loner);
  await page.mouse.move(place.x, place.y);
  const { vote } = verdictOn(loner, end, labels);
  const expected =
    vote === labels[loner] ? `vote ${vote}, and it is a ${vote}` : `vote ${vote}, wrongly`;
  await expect(figure.locator('.outcome')).toHaveText(expected);
  await expect(figure.locator('.digit-name strong')).toHaveText(String(labels[loner]));
  const inked = await figure.locator('.digit-large canvas').evaluate((canvas) => {
    const { data } = (canvas as HTMLCanvasElement).getContext('2d')!.getImageData(0, 0, 28, 28);
    return Array.from({ length: 28 * 28 }, (_, pixel) => data[4 * pixel + 3]! > 0);
  });
  const image = recording.images.subarray(loner * 28 * 28, (loner + 1) * 28 * 28);
  expect(inked).toEqual(Array.from(image, (pixel) => pixel > 0));
  await page.mouse.move(0, 0);
  await expect(figure.locator('.digit-hint')).toBeVisible();
});

test('every digit can be reached by keyboard, and is spoken', async ({ page }) => {
  const figure = await openAtRest(page);
  await plane(figure).focus();
  await page.keyboard.press('7');
  await expect(figure.locator('.digit-name strong')).toHaveText('7');
  await expect(figure.locator('.visually-hidden[role=status]')).toHaveText(
    /^A 7\. Nearest: (\d, ){4}\d\. Their vote: \d, (rightly|wrongly)\.$/,
  );
  const before = await pointOf(figure, 'digit');
  await page.keyboard.press('ArrowRight');
  expect((await pointOf(figure, 'digit')).x).toBeGreaterThan(before.x);
  await page.keyboard.press('Escape');
  await expect(pointMark(figure, 'digit')).toHaveAttribute('visibility', 'hidden');
});

test('the legend shows one class alone, and all again', async ({ page }) => {
  const figure = await openAtRest(page);
  const colours = () =>
    figure.locator('.drift canvas').evaluate((canvas) => {
      const { width, height } = canvas as HTMLCanvasElement;
      const { data } = (canvas as HTMLCanvasElement)
        .getContext('2d')!
        .getImageData(0, 0, width, height);
      // Paper and grid are grey, or nearly.
      const isColourful = (at: number) =>
        Math.max(data[at]!, data[at + 1]!, data[at + 2]!) -
          Math.min(data[at]!, data[at + 1]!, data[at + 2]!) >
        40;
      return Array.from({ length: width * height }, (_, k) => 4 * k).filter(isColourful).length;
    });
  const all = await colours();
  const three = figure.getByRole('button', { name: '3', exact: true });
  await three.click();
  await expect(three).toHaveAttribute('aria-pressed', 'true');
  await expect.poll(colours).toBeLessThan(all * 0.7);
  await expect(figure.locator('.class-labels text').nth(4)).toHaveAttribute('fill-opacity', '0');
  await three.click();
  await expect.poll(colours).toBe(all);
});

test('a landmark leads to its moment', async ({ page }) => {
  const figure = await openAtRest(page);
  const { step, knnAccuracy } = landmarks[1]!;
  const name = `step ${step} ${Math.round(100 * knnAccuracy)} % right`;
  await figure.getByRole('button', { name }).click();
  expect(await numberOf(figure, 'step')).toBe(step);
});

test('a copied link restores the state, and does not play', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const figure = await openAtRest(page);
  await scrubBar(figure).fill('0.25');
  await figure.getByRole('button', { name: '5', exact: true }).click();
  await figure.getByRole('radio', { name: 'handwriting' }).check();
  const { search } = await copyLink(page, figure);

  await page.emulateMedia({ reducedMotion: 'no-preference' });
  await page.goto('about:blank');
  const again = await openFigure(page, NAME, search);
  await expect(plane(again)).toHaveAttribute('data-live', 'true');
  await expect(again.getByRole('button', { name: 'Play' })).toBeVisible();
  expect(await numberOf(again, 'step')).toBe(momentAt(recording, 0.25).step);
  await expect(again.getByRole('button', { name: '5', exact: true })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  await expect(quantity(again, 'marks')).toHaveAttribute('data-value', 'handwriting');
});

test('a hostile link falls back to the defaults with a word', async ({ page }) => {
  const figure = await openAtRest(page, '?Overture.at=7&Overture.digit=1000&Overture.only=-1');
  expect(await numberOf(figure, 'step')).toBe(moments.at(-1)!.step);
  await expect(figure.locator('.problems')).toContainText('at is a number from 0 to 1');
  await expect(figure.locator('.problems')).toContainText('digit is none or a whole number');
  expect(settings.only.initial).toBe('all');
});

test('without the recording the end still shows, and a sentence says why', async ({ page }) => {
  await page.route('**/overture.*.bin', (route) => route.abort());
  const figure = await openFigure(page, NAME);
  await expect(figure.locator('.problems')).toContainText('could not be downloaded');
  await expect(figure.locator('.still .still-dots').first()).toBeVisible();
  expect(await numberOf(figure, 'step')).toBe(moments.at(-1)!.step);
});

test('nothing on the page moves while it plays and digits are pointed at', async ({ page }) => {
  const figure = await openAtRest(page);
  const layout = () =>
    figure.evaluate((element) =>
      [...element.querySelectorAll('.drift, .read-outs, .transport, .figure-menu, figcaption')].map(
        (part) => {
          const { left, top, width, height } = part.getBoundingClientRect();
          return [left, top + scrollY, width, height].map((value) => value.toFixed(1)).join(' ');
        },
      ),
    );
  const before = await layout();
  const place = await placeOf(figure, loner);
  await page.mouse.move(place.x, place.y);
  expect(await layout()).toEqual(before);
  await scrubBar(figure).fill('0');
  expect(await layout()).toEqual(before);
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });
  test('the end of the recording is on the page as a drawing', async ({ page }) => {
    await page.goto('/');
    const figure = figureOn(page, NAME);
    await expect(figure.locator('.still > g > .still-dots')).toHaveCount(10);
    await expect(figure.locator('.class-label').first()).toBeVisible();
    await expect(figure.locator('.film-strip svg')).toHaveCount(4);
    expect(await numberOf(figure, 'step')).toBe(moments.at(-1)!.step);
  });
});

test('in print it is the drawing, not the canvas', async ({ page }) => {
  const figure = await openAtRest(page);
  await page.emulateMedia({ media: 'print' });
  await expect(figure.locator('.drift canvas')).toBeHidden();
  await expect(figure.locator('.still .still-dots').first()).toBeVisible();
});
