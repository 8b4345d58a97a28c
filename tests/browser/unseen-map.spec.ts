import { expect, test } from '@playwright/test';
import { fitted, MAPS, PEOPLE, PICTURES } from '#islands/UnseenMap/definition.ts';
import { button, openFigure } from './figureDriver.ts';

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
