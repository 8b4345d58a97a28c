import { expect, type Locator, type Page, test } from '@playwright/test';
import { button, copyLink, figureOn, openFigure, quantity } from './figureDriver.ts';

const NAME = 'Diagnosis';

const cause = (figure: Locator, name: string) => figure.locator(`[data-cause="${name}"]`);
const field = (figure: Locator, name: string) => figure.getByLabel(name, { exact: true });
const verdict = (figure: Locator) => figure.locator('.figure-verdict p').first();

test('the desk begins with a collapse that it names, and a spread rules it in or out', async ({
  page,
}) => {
  const figure = await openFigure(page, NAME);
  await expect(quantity(figure, 'height')).toHaveAttribute('data-value', 'exactly the margin');
  await expect(cause(figure, 'collapse')).toHaveAttribute('data-verdict', 'fits');
  await field(figure, 'spread').fill('1.2');
  await expect(cause(figure, 'collapse')).toHaveAttribute('data-verdict', 'against');
  await field(figure, 'spread').fill('');
  await expect(cause(figure, 'collapse')).toHaveAttribute('data-verdict', 'open');
});

test('a public case fills the desk in, and is decoded to its last digit', async ({ page }) => {
  const figure = await openFigure(page, NAME);
  await button(figure, '8.909 from the start').click();
  await expect(field(figure, 'stuck at')).toHaveValue('8.909');
  await expect(verdict(figure)).toContainText('ln 511 = 8.9091');
  await expect(field(figure, 'margin m')).toHaveCount(0);
  await expect(figure.locator('[data-fit="exact"]')).toHaveAttribute('data-height', 'supcon');
});

test('what cannot be read is told where it stands, and stays to be corrected', async ({ page }) => {
  const figure = await openFigure(page, NAME);
  await field(figure, 'stuck at').fill('a lot');
  await expect(verdict(figure)).toContainText('not “a lot”');
  await expect(field(figure, 'stuck at')).toHaveAttribute('aria-invalid', 'true');
  await field(figure, 'stuck at').fill('0.20');
  await field(figure, 'margin m').fill('-1');
  await expect(figure.getByText('The margin m is a number above 0')).toBeVisible();
  await expect(quantity(figure, 'height')).toHaveAttribute('data-value', 'no known height');
});

test('a link keeps what was entered, digit by digit', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const figure = await openFigure(page, NAME);
  await field(figure, 'stuck at').fill('0.50');
  await field(figure, 'spread').fill('');
  const link = await copyLink(page, figure);
  const again = await openFigure(page, NAME, link.search);
  await expect(field(again, 'stuck at')).toHaveValue('0.50');
  await expect(field(again, 'spread')).toHaveValue('');
});

test('the lab opens at the settings that show the case', async ({ page }) => {
  const figure = await openFigure(page, NAME);
  await figure.getByRole('link', { name: 'See such a run in the lab' }).click();
  await expect(page).toHaveURL(/TrainingLab\.miner=batch-hard.*#TrainingLab$/);
  await expect(figureOn(page, 'TrainingLab')).toHaveAttribute('data-ready', 'true');
  await expect(figureOn(page, 'TrainingLab').locator('.problems').first()).toHaveText('');
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('the heights stand there as a table, beside the first case', async ({ page }) => {
    await page.goto('/');
    const figure = figureOn(page, NAME);
    await expect(figure.getByRole('rowheader', { name: 'ln(2N − 1) × T/0.07' })).toBeVisible();
    await expect(verdict(figure)).toContainText('exactly the margin');
  });
});

const pagesOf = async (page: Page) => {
  const pdf = await page.pdf({ preferCSSPageSize: true });
  return pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)?.length;
};

test('the whole is one page of A4', async ({ page }) => {
  await page.goto('/summary');
  await expect(page.getByRole('heading', { level: 2 })).toHaveText([
    'Two losses',
    'Three zones of a triplet',
    'Where a loss stands still',
    'Symptom, check, remedy',
  ]);
  expect(await pagesOf(page)).toBe(1);
});
