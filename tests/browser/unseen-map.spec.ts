import { expect, test } from '@playwright/test';
import { fitted, MAPS, PEOPLE, PICTURES } from '#islands/UnseenMap/definition.ts';
import { button, openFigure } from './figureDriver.ts';

test.describe('with a finger', () => {
  test.use({ hasTouch: true });

  test('a tap on a face shows whose it is, in large too, until there is a tap elsewhere', async ({
    page,
  }) => {
    const figure = await openFigure(page, 'UnseenMap');
    await expect(figure.locator('.face-point image[href^="data:image/png"]')).toHaveCount(
      PEOPLE * PICTURES,
    );
    // The last in the drawing lies over all others.
    await figure.locator('.face-point').last().tap();
    await expect(figure.locator('.face-point[data-shown="true"]')).toHaveCount(PICTURES);
    await expect(figure.locator('.figure-verdict')).toContainText(`Person ${PEOPLE}`);
    await expect(figure.locator('.figure-verdict img')).toHaveCount(PICTURES);
    const box = (await figure.locator('.face-map').boundingBox())!;
    await page.touchscreen.tap(box.x + 3, box.y + 3);
    await expect(figure.locator('.face-point[data-shown="true"]')).toHaveCount(0);
  });
});

test('the map of unseen people: their pictures where the axes have them, one person standing out', async ({
  page,
}) => {
  const figure = await openFigure(page, 'UnseenMap', '?UnseenMap.person=2');
  await expect(figure.locator('.face-point image[href^="data:image/png"]')).toHaveCount(
    PEOPLE * PICTURES,
  );
  await expect(figure.locator('.face-point[data-shown="true"]')).toHaveCount(PICTURES);
  const xs = () =>
    figure
      .locator('.face-point image')
      .evaluateAll((images) => images.map((image) => Number(image.getAttribute('x'))));
  const expected = (source: 'raw' | 'pretrained') =>
    fitted(MAPS[source], 720, 28).map(({ x }) => Number((x - 20).toFixed(1)));
  expect(await xs()).toEqual(expected('pretrained'));
  await figure.locator('.segment', { hasText: 'raw pixels' }).click();
  await expect.poll(xs).toEqual(expected('raw'));
  await button(figure, 'Next person').click();
  await expect(figure.locator('[role="status"]').last()).toContainText('Person 4 stands out');
  await button(figure, 'Everyone').click();
  await expect(figure.locator('.face-point[data-shown="true"]')).toHaveCount(0);
});
