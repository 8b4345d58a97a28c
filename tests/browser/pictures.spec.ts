/** What a figure shows can be taken away as a picture. */
import { expect, type Page, test } from '@playwright/test';
import { button, openFigure, savedBy } from './figureDriver.ts';

/** Size and number of colours of a PNG, as a browser decodes it. */
const decode = (page: Page, png: Buffer) =>
  page.evaluate(async (base64) => {
    const image = new Image();
    image.src = `data:image/png;base64,${base64}`;
    await image.decode();
    const canvas = new OffscreenCanvas(image.width, image.height);
    const context = canvas.getContext('2d')!;
    context.drawImage(image, 0, 0);
    const { data } = context.getImageData(0, 0, image.width, image.height);
    const pixels = new Uint32Array(data.buffer);
    return { width: image.width, height: image.height, colours: new Set(pixels).size };
  }, png.toString('base64'));

test('the saved duel says which of its planes is which', async ({ page }) => {
  const figure = await openFigure(page, 'CollapseDuel');
  const svg = (await savedBy(page, button(figure, 'Save SVG'))).content.toString();
  expect(svg).toMatch(/<text[^>]*>contrastive loss<\/text>/);
  expect(svg).toMatch(/<text[^>]*>triplet loss<\/text>/);
});

for (const name of ['PairForces', 'TripletSorter', 'BatchMiner', 'Overture', 'UnseenMap']) {
  test(`${name} is saved as a PNG at twice the size of its SVG`, async ({ page }) => {
    const figure = await openFigure(page, name);
    const svg = (await savedBy(page, button(figure, 'Save SVG'))).content.toString();
    const [, width, height] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg) ?? [];
    const png = await savedBy(page, button(figure, 'Save PNG'));
    const picture = await decode(page, png.content);
    expect(picture.width).toBe(Math.round(2 * Number(width)));
    expect(picture.height).toBe(Math.round(2 * Number(height)));
    expect(picture.colours).toBeGreaterThan(100);
  });
}
