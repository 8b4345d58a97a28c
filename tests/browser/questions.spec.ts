import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { figureOn, savedBy } from './figureDriver.ts';
import { holdBack } from './holdBack.ts';
import { inPage } from './inPage.ts';

const question = (page: Page, id: string) => inPage(page, `[data-question="${id}"]`);
const reply = (asked: Locator) => asked.locator('[data-question-reply]');
const overview = (page: Page) => inPage(page, '[data-understanding]');
const row = (page: Page, section: string) => overview(page).locator(`[data-section="${section}"]`);
const count = (page: Page, section: string, name: string) =>
  row(page, section).locator(`[data-count="${name}"]`);

/** A question that answers to the reader, unfolded and in view. */
async function openQuestion(page: Page, id: string): Promise<Locator> {
  const asked = question(page, id);
  const block = inPage(page, '[data-questions]').filter({ has: asked });
  await block.scrollIntoViewIfNeeded();
  await expect(block).toHaveAttribute('data-ready', 'true');
  if (!(await asked.evaluate((element: HTMLDetailsElement) => element.open)))
    await asked.locator('> summary').click();
  return asked;
}

async function showOverview(page: Page): Promise<void> {
  await overview(page).scrollIntoViewIfNeeded();
  await expect(overview(page)).toHaveAttribute('data-ready', 'true');
}

test('a wrong choice is told why, another try may be right, and a reload keeps both', async ({
  page,
}) => {
  await page.goto('/');
  let asked = await openQuestion(page, 'where-the-push-is-strongest');
  await expect(asked.locator('[data-question-answer]')).toBeHidden();
  await asked.getByRole('button', { name: 'Far beyond the margin' }).click();
  await expect(reply(asked)).toContainText('Not this. There is no push at all');
  await expect(asked.locator('[data-question-answer]')).toBeVisible();
  await asked.getByRole('button', { name: 'Where the two points all but meet' }).click();
  await expect(reply(asked)).toContainText('Right. The push is');
  await expect(asked).toHaveAttribute('data-standing', 'right');
  // What is pressed from now on is replied to, and not counted.
  await asked.getByRole('button', { name: 'Just inside the margin' }).click();
  await expect(reply(asked)).toContainText('almost slack');
  await expect(asked).toHaveAttribute('data-standing', 'right');

  await page.reload();
  asked = await openQuestion(page, 'where-the-push-is-strongest');
  await expect(reply(asked)).toContainText('Right. The push is');
  await expect(asked.getByRole('button', { name: 'Far beyond' })).toHaveAttribute(
    'data-verdict',
    'wrong',
  );
});

for (const width of [390, 1280])
  test(`at ${width} px a question that is opened before it can be answered keeps its height`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 800 });
    const letAnswer = await holdBack(page, /enliven/);
    await page.goto('/');
    const asked = question(page, 'loss-of-a-triplet');
    await asked.scrollIntoViewIfNeeded();
    await expect(asked).toHaveAttribute('open');
    const height = () => asked.evaluate((element) => element.getBoundingClientRect().height);
    const before = await height();
    letAnswer();
    await expect(asked.getByLabel('Your answer')).toBeVisible();
    expect(await height()).toBe(before);
  });

test('a number is judged within its tolerance, by the keyboard, and what is no number is explained', async ({
  page,
}) => {
  await page.goto('/');
  const asked = await openQuestion(page, 'loss-of-a-triplet');
  const answer = asked.getByLabel('Your answer');
  await answer.fill('a lot');
  await answer.press('Enter');
  await expect(reply(asked)).toHaveText(
    '“a lot” is not a number: write it like 0.25, 1/4 or 1,200.',
  );
  await expect(asked).toHaveAttribute('data-standing', 'open');
  await answer.fill('0.86');
  await answer.press('Enter');
  await expect(reply(asked)).toContainText('The two distances have changed places.');
  await answer.fill('0,14');
  await answer.press('Enter');
  await expect(reply(asked)).toContainText('Right.');
});

test('a word may be written as one likes', async ({ page }) => {
  await page.goto('/');
  const asked = await openQuestion(page, 'zone-of-a-triplet');
  await asked.getByLabel('Your answer').fill(' Hard ');
  await asked.getByRole('button', { name: 'Check' }).click();
  await expect(asked).toHaveAttribute('data-standing', 'first');
});

test('the figure that shows the case is one press away', async ({ page }) => {
  await page.goto('/');
  const asked = await openQuestion(page, 'pair-beyond-the-margin');
  await asked.getByRole('button', { name: /^Figure \d+ shows it$/ }).click();
  const pair = figureOn(page, 'PairForces');
  await expect(pair.locator('[data-quantity="dIJ"]').first()).toHaveAttribute('data-value', '1.3');
  await expect(pair.locator('[data-quantity="loss"]').first()).toHaveAttribute('data-value', '0');
});

test('the overview counts, leads to a question, is cleared and brought back', async ({ page }) => {
  await page.goto('/');
  const first = await openQuestion(page, 'where-the-push-is-strongest');
  await first.getByRole('button', { name: 'Where the two points all but meet' }).click();
  const second = await openQuestion(page, 'everything-twice-as-large');
  await second.getByLabel('Your answer').fill('2');
  await second.getByRole('button', { name: 'Check' }).click();

  await showOverview(page);
  await expect(overview(page).locator('[data-sum]')).toContainText(
    /^1 of \d+ answered, 1 of them right at first; \d+ open\. Your answers are kept on this device only\.$/,
  );
  for (const [name, number] of Object.entries({ answered: '1', atFirst: '1', open: '2' }))
    await expect(count(page, 'two-springs', name)).toHaveText(number);
  await expect(
    row(page, 'two-springs').getByRole('link', { name: 'Question 2: tried' }),
  ).toBeVisible();

  const clear = overview(page).getByRole('button', { name: 'Clear my answers' });
  await clear.click();
  await expect(count(page, 'two-springs', 'answered')).toHaveText('0');
  await overview(page).getByRole('button', { name: 'Bring them back' }).click();
  await expect(count(page, 'two-springs', 'answered')).toHaveText('1');
  await expect(clear).toBeVisible();

  await row(page, 'two-springs').getByRole('link', { name: 'Question 3: open' }).click();
  await expect(question(page, 'squared-inside-the-hinge')).toHaveAttribute('open');
  await expect(
    question(page, 'squared-inside-the-hinge').locator('[data-choice="a"]'),
  ).toBeInViewport();
});

test('the questions can be saved as flash cards', async ({ page }) => {
  await page.goto('/');
  await showOverview(page);
  const save = overview(page).getByRole('button', { name: 'Save as flash cards' });
  const { name, content } = await savedBy(page, save);
  expect(name).toBe('contrastive-learning-cards.csv');
  const text = content.toString();
  expect(text).toMatch(/^#separator:Comma\n#html:false\n#columns:Front,Back,Section\n/);
  expect(text).toContain('\n(b) Half way to the margin\n');
  expect(text).toContain('The push is \\(2(m - d)\\), so it grows up to \\(2m\\)');
  expect(text).toContain(',Two springs\n');
});

test('where the device keeps nothing, the overview says so and answers last as long as the page', async ({
  page,
}) => {
  await page.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
  });
  await page.goto('/');
  const asked = await openQuestion(page, 'where-the-push-is-strongest');
  await asked.getByRole('button', { name: 'Half way to the margin' }).click();
  await expect(asked).toHaveAttribute('data-standing', 'tried');
  await showOverview(page);
  await expect(overview(page).locator('[data-sum]')).toContainText('This browser keeps nothing');
});

test('axe finds nothing in answered questions and in the overview', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  await page.goto('/');
  const asked = await openQuestion(page, 'where-the-push-is-strongest');
  await asked.locator('[data-choice="b"]').click();
  await asked.locator('[data-question-answer] > summary').click();
  await showOverview(page);
  const { violations } = await new AxeBuilder({ page })
    .include('[data-questions="two-springs"]')
    .include('[data-understanding]')
    .analyze();
  expect(
    violations.map(({ id, nodes }) => [id, nodes.map(({ target }) => target.join(' '))]),
  ).toEqual([]);
});

test('every choice and mark is large enough for a finger', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('/');
  await openQuestion(page, 'where-the-push-is-strongest');
  const targets = inPage(
    page,
    '.question > summary, .question-choices button, .question-form :is(input, button), .understanding-marks a, .understanding-actions button',
  );
  const small = await targets.evaluateAll((all) =>
    all
      .filter((target) => target.checkVisibility())
      .filter((target) => {
        const { width, height } = target.getBoundingClientRect();
        return Math.min(width, height) < 24;
      })
      .map((target) => target.outerHTML.slice(0, 80)),
  );
  expect(small).toEqual([]);
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('a question, its choices and every reply can be read', async ({ page }) => {
    await page.goto('/');
    const asked = question(page, 'where-the-push-is-strongest');
    await expect(asked.locator('.question-choices')).toBeVisible();
    const answer = asked.locator('[data-question-answer]');
    await answer.locator('> summary').click();
    await expect(answer).toContainText('Right: Where the two points all but meet.');
    await expect(answer).toContainText('Not: Just inside the margin. There it is almost slack');
    await expect(answer.locator('li').first()).toBeVisible();
    await expect(overview(page).locator('[data-sum]')).toContainText('questions stand at the ends');
    await expect(overview(page).getByRole('button')).toHaveCount(0);
  });
});

test('on paper all questions and their answers are unfolded, and nothing is to be pressed', async ({
  page,
}) => {
  await page.goto('/');
  await page.emulateMedia({ media: 'print' });
  const folded = question(page, 'squared-inside-the-hinge');
  await expect(folded.locator('[data-question-answer] li').first()).toBeVisible();
  await expect(
    question(page, 'loss-of-a-triplet').getByRole('button', { name: 'Check' }),
  ).toBeHidden();
});
