import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Locator, type Page, test } from '@playwright/test';
import {
  button,
  chooseInMenu,
  copyLink,
  numberOf,
  quantity,
  savedBy,
  savedLines,
  watch,
} from './figureDriver.ts';
import {
  fold,
  lab,
  labButton,
  notices,
  openGroup,
  openLab,
  openSettings,
  PATIENCE,
  pause,
  runFor,
  SMALL,
  untilStep,
} from './labDriver.ts';

const contentOf = async (page: Page, pressed: Locator): Promise<string> =>
  (await savedBy(page, pressed)).content.toString();

test('a drawn digit lands among the held-out ones, and so does one chosen by keyboard', async ({
  page,
}) => {
  await openLab(page);
  await fold(page, 'Draw a digit').click();
  const pad = lab(page).locator('.drawing-pad');
  const status = lab(page).locator('.draw-digit [role="status"]');
  await expect(status).toHaveText('Draw a digit, or take a held-out one.');
  await runFor(page, 60);
  await pad.scrollIntoViewIfNeeded();
  const box = (await pad.boundingBox())!;
  // A one: a stroke from top to bottom.
  await page.mouse.move(box.x + box.width / 2, box.y + 40);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width / 2 - 5, box.y + box.height - 40, { steps: 8 });
  await page.mouse.up();
  await expect(status).toContainText('It lands among the 1s');
  await expect(lab(page).locator('.draw-digit ol li')).toHaveCount(5);
  const guest = lab(page).locator('[data-point="guest"]');
  await expect(guest).toHaveAttribute('visibility', 'visible');

  await lab(page).getByRole('button', { name: 'Take a held-out 0' }).focus();
  await page.keyboard.press('Enter');
  await expect(status).toContainText('It lands among the');
  await labButton(page, 'Clear').click();
  await expect(guest).toHaveAttribute('visibility', 'hidden');
});

test('a run is remembered through a reload, can be renamed, compared and deleted', async ({
  page,
}) => {
  await openLab(page, SMALL);
  await runFor(page, 60);
  await fold(page, 'Past runs').click();
  const run = lab(page).locator('[data-run]');
  await expect(run).toHaveCount(1);
  const name = run.getByRole('textbox');
  await expect(name).toHaveValue('batch-all, margin 0.5, seed 1');
  await name.fill('my first');
  await name.blur();
  await expect(name).toHaveAccessibleName('Name of the run my first');
  await openLab(page);
  await fold(page, 'Past runs').click();
  await expect(name).toHaveValue('my first');
  await run.getByLabel('compare').check();
  const compared = lab(page).getByRole('img', { name: 'k-NN accuracy of my first' });
  await expect(compared.locator('.lab-now')).toHaveAttribute('d', /^M/);
  await run.getByRole('button', { name: 'Use its settings' }).click();
  await openGroup(page, 'batch');
  await expect(lab(page).getByLabel('classes in a batch, P')).toHaveValue('4');
  await run.getByRole('button', { name: 'Delete my first' }).click();
  await expect(run).toHaveCount(0);
});

test('where the browser keeps nothing, the lab says so and the run goes on', async ({ page }) => {
  await page.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('refused', 'SecurityError');
    };
  });
  await openLab(page, SMALL);
  await runFor(page, 60);
  await expect(lab(page).getByText('does not let the page keep anything')).toBeVisible();
  await runFor(page, 80);
});

test('settings, script, embedding and network are saved; settings come back', async ({ page }) => {
  await openLab(page, '?TrainingLab.p=4&TrainingLab.k=4&TrainingLab.margin=0.75');
  await fold(page, 'Files').click();
  await expect(labButton(page, 'TensorFlow.js model')).toBeDisabled();
  const settings = await contentOf(page, labButton(page, 'Settings JSON'));
  expect(JSON.parse(settings).settings.margin).toBe(0.75);
  const script = await contentOf(page, labButton(page, 'PyTorch script'));
  expect(script).toContain('MARGIN = 0.75');

  await labButton(page, 'One step').click();
  await expect(quantity(lab(page), 'step')).toHaveAttribute('data-value', '1');
  await expect(labButton(page, 'Run')).toBeVisible();
  const table = await savedLines(page, button(lab(page).locator('.lab-files'), 'CSV'));
  expect(table).toHaveLength(2001);
  const model = await contentOf(page, labButton(page, 'TensorFlow.js model'));
  expect(JSON.parse(model).weightsManifest[0].weights[0]).toMatchObject({ shape: [784, 256] });

  const file = lab(page).getByLabel('Open settings JSON');
  await file.setInputFiles({
    name: 'bad.json',
    mimeType: 'application/json',
    buffer: Buffer.from(settings.replace('0.75', '75')),
  });
  await expect(lab(page).getByText('bad.json was not taken')).toContainText('from 0.01 to 10');
  const good = Buffer.from(settings.replace('0.75', '0.9'));
  await file.setInputFiles({ name: 'good.json', mimeType: 'application/json', buffer: good });
  await expect(lab(page).locator('[data-quantity="margin"]').first()).toHaveAttribute(
    'data-value',
    '0.9',
  );
});

test('the run is replayed from its beginning, and the present comes back by itself', async ({
  page,
}) => {
  await openLab(page, SMALL);
  await expect(labButton(page, 'Replay')).toBeDisabled();
  await runFor(page, 60);
  const step = lab(page).locator('.lab-time output');
  const end = Number(await step.textContent());
  const states = await watch(lab(page), '.lab-time output', '.lab-time button');
  await labButton(page, 'Replay').click();
  await expect.poll(async () => (await states()).at(-1)).toEqual([`${end}`, 'Replay']);
  const played = (await states()).filter(([, name]) => name === 'Stop').map(([at]) => Number(at));
  expect(Math.min(...played)).toBeLessThan(end / 2);
  const first = played.indexOf(Math.min(...played));
  expect(played.slice(first)).toEqual(played.slice(first).toSorted((a, b) => a - b));
  await expect(step).toHaveAttribute('data-past', 'false');
});

test('the run can be looked back at, and its distances and exact values read', async ({ page }) => {
  await openLab(page, SMALL);
  const slider = lab(page).getByLabel('look back to step');
  await expect(slider).toBeDisabled();
  await runFor(page, 120);
  await fold(page, 'Distances between classes').click();
  const matrix = lab(page).locator('.lab-class-matrix');
  await expect(lab(page).locator('path.lab-within')).toHaveAttribute('d', /^M0.*V/);
  const present = await matrix.textContent();
  await slider.focus();
  await page.keyboard.press('Home');
  await expect(lab(page).locator('.lab-time output')).toHaveAttribute('data-past', 'true');
  await expect(matrix).not.toHaveText(present!);
  await page.keyboard.press('End');
  await expect(lab(page).locator('.lab-time output')).toHaveAttribute('data-past', 'false');
  await expect(matrix).toHaveText(present!);

  await lab(page).getByRole('application').focus();
  await page.keyboard.press('ArrowRight');
  await expect(lab(page).locator('.digit-card')).toHaveAttribute(
    'data-neighbours',
    /^\d \d \d \d \d$/,
  );
  // On a phone, too, the card keeps within the plane, wherever its digit lies.
  await page.setViewportSize({ width: 390, height: 844 });
  const plane = lab(page).locator('.lab-plane');
  const card = lab(page).locator('.digit-card');
  for (const key of ['ArrowRight', 'ArrowDown', 'ArrowLeft', 'ArrowUp']) {
    await lab(page).getByRole('application').focus();
    for (let press = 0; press < 4; press++) await page.keyboard.press(key);
    const [outer, inner] = [(await plane.boundingBox())!, (await card.boundingBox())!];
    expect(inner.x).toBeGreaterThanOrEqual(outer.x - 1);
    expect(inner.x + inner.width).toBeLessThanOrEqual(outer.x + outer.width + 1);
    expect(inner.y).toBeGreaterThanOrEqual(outer.y - 1);
    expect(inner.y + inner.height).toBeLessThanOrEqual(outer.y + outer.height + 1);
  }
  await page.setViewportSize({ width: 1280, height: 720 });

  const chart = lab(page).getByRole('group', { name: 'loss', exact: true });
  await chart.locator('.lab-hover rect').hover();
  await expect(chart.locator('.lab-hover text')).toHaveText(/^loss \d+\.\d{4} at \d+$/);
  await page.mouse.move(0, 0);
  await chart.getByRole('slider').focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('Shift+ArrowRight');
  await expect(chart.locator('.lab-hover text')).toHaveText(/^loss \d+\.\d{4} at 1$/);
});

test('the curves are tables, too: of the run as it stands when it pauses or they are unfolded', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await openLab(page, '?TrainingLab.p=4&TrainingLab.k=4&TrainingLab.margin=0.75');
  await fold(page, 'The curves as tables').click();
  const tables = lab(page).locator('.lab-curve-table');
  await expect(lab(page).getByText('No step has been judged yet.')).toBeVisible();
  await expect(tables).toHaveCount(0);

  await labButton(page, 'Run').click();
  await untilStep(page, (step) => step > 60);
  await expect(quantity(lab(page), 'knnAccuracy')).not.toHaveAttribute('data-value', '');
  await expect(tables).toHaveCount(0);
  await fold(page, 'The curves as tables').click();
  await fold(page, 'The curves as tables').click();
  await expect(tables).toHaveCount(2);
  await pause(page);

  const curves = lab(page).getByRole('table', { name: 'Loss, shares and spread' });
  const headings = curves.getByRole('columnheader');
  await expect(headings).toHaveText([
    'step',
    'loss',
    'shares, %',
    'spread',
    'k-NN',
    'recall@1',
    'active',
    'held-out',
    'batch',
  ]);
  const last = curves.getByRole('row').last();
  const knn = await numberOf(lab(page), 'knnAccuracy');
  await expect(last.getByRole('cell').nth(1)).toHaveText((100 * knn).toFixed(1));
  expect(await curves.getByRole('rowheader').count()).toBeLessThanOrEqual(30);
  const { violations } = await new AxeBuilder({ page }).include('.lab-curve-table').analyze();
  expect(violations).toEqual([]);
  const overhang = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overhang).toBe(0);
});

test('a preset sets the lab, and is a link that does so elsewhere', async ({ page }) => {
  await openLab(page);
  await openSettings(page);
  const preset = lab(page).getByRole('link', { name: 'Collapse', exact: true });
  const address = await preset.getAttribute('href');
  await preset.click();
  await expect(lab(page).getByLabel('mining')).toHaveValue('batch-hard');
  await page.goto('/404.html');
  await page.goto(address!);
  await expect(lab(page)).toHaveAttribute('data-ready', 'true');
  await expect(lab(page).getByLabel('mining')).toHaveValue('batch-hard');
});

test('on the sphere the view turns under drag and keys, and what was held out is judged apart', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await openLab(page, '?TrainingLab.p=4&TrainingLab.k=4&TrainingLab.classes=0_1_2_3_4_5_6_7');
  await openGroup(page, 'embedding');
  await lab(page).getByLabel('3 dimensions').check();
  await lab(page).getByLabel('length 1: sphere').check();
  const margin = lab(page).getByLabel('margin', { exact: true });
  await margin.fill('1.9');
  await expect(lab(page).locator('.lab-margin-warning')).toContainText('Eight classes on a sphere');
  await margin.fill('0.2');
  await expect(lab(page).locator('.lab-margin-warning')).toBeEmpty();
  await runFor(page, 20);
  await expect(lab(page).locator('.lab-unseen')).toContainText('8, 9 held out of training');
  const view = lab(page).getByRole('application');
  const angles = async () => [
    Number(await view.getAttribute('data-turn')),
    Number(await view.getAttribute('data-tilt')),
  ];
  const before = await angles();
  await view.scrollIntoViewIfNeeded();
  const box = (await view.boundingBox())!;
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width / 2 + 80, box.y + box.height / 2 + 20, { steps: 4 });
  await page.mouse.up();
  const dragged = await angles();
  expect(dragged[0]).toBeGreaterThan(before[0]!);
  expect(dragged[1]).not.toBe(before[1]);
  const { searchParams } = await copyLink(page, lab(page));
  expect(searchParams.get('TrainingLab.turn')).toBe(`${dragged[0]}`);
  await view.focus();
  await page.keyboard.press('ArrowLeft');
  expect((await angles())[0]).toBeLessThan(dragged[0]!);
  await page.keyboard.press('d');
  await expect(lab(page).locator('.digit-card')).toContainText(/^a \d$/);
});

test('a run on the sphere gives way to one in the plane, and that to one in space', async ({
  page,
}) => {
  const errors: string[] = [];
  page.on('pageerror', ({ message }) => errors.push(message));
  await openLab(page);
  await openSettings(page);
  for (const preset of ['FaceNet’s recipe', 'Collapse', 'FaceNet’s recipe']) {
    await lab(page).getByRole('link', { name: preset, exact: true }).click();
    await runFor(page, 5);
  }
  expect(errors).toEqual([]);
});

/** A table as a file, ready to be chosen. */
const csvFile = (name: string, lines: readonly string[]) => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from(lines.join('\n')),
});

test('own data are refused with the line, else trained on under their own names, and left again', async ({
  page,
}) => {
  // Twelve classes on a circle, two numbers each, all apart.
  const rows = Array.from({ length: 240 }, (_, row) => {
    const angle = (2 * Math.PI * (row % 12)) / 12;
    const off = 0.05 * Math.sin(row);
    return `${Math.cos(angle) + off},${Math.sin(angle) - off},kind ${row % 12}`;
  });
  const csv = (lines: readonly string[]) => csvFile('circle.csv', ['x,y,label', ...lines]);
  await openLab(page);
  await openGroup(page, 'data');
  const file = lab(page).getByLabel('your own data');
  await file.setInputFiles(csv(['1,2,a', '1,oops,b', ...rows]));
  await expect(lab(page).locator('.lab-own-data .lab-problem')).toContainText(
    'circle.csv: line 3, column 2: expected a number, found "oops"',
  );
  await expect(labButton(page, 'Only 7')).toBeVisible();
  await file.setInputFiles(csv(rows));
  const told = '240 samples of 2 numbers in 12 classes; 192 to train on, 48 held out';
  await expect(lab(page).locator('.lab-proposed')).toContainText(told);
  await expect(labButton(page, 'Only 7')).toBeVisible();
  await labButton(page, 'Train on this table').click();
  await expect(lab(page).locator('.lab-source')).toContainText(told);
  await expect(labButton(page, 'Train on this table')).toBeHidden();
  await expect(labButton(page, 'Only kind 11')).toBeVisible();
  await expect(fold(page, 'Draw a digit')).toHaveCount(0);
  await runFor(page, 100);
  expect(await numberOf(lab(page), 'recallAt1')).toBeGreaterThan(0.9);
  await fold(page, 'Files').click();
  const script = await contentOf(page, labButton(page, 'PyTorch script'));
  expect(script).toContain('numpy.load("data.npy")');
  expect(await contentOf(page, labButton(page, 'Its data.npy'))).toContain("'shape': (240, 3)");
  await lab(page).getByRole('radio', { name: 'MNIST digits' }).click();
  await expect(labButton(page, 'Only 7')).toBeVisible();
  await expect(notices(page)).toContainText('A recorded run: 1,200 steps');
});

test('what a table was taken for is told, asked where it cannot be, and corrected before it is used', async ({
  page,
}) => {
  const lines = Array.from({ length: 60 }, (_, row) => `${1 + (row % 3)},${row / 7},${row % 4}`);
  await openLab(page);
  await openGroup(page, 'data');
  await lab(page).getByLabel('your own data').setInputFiles(csvFile('ends.csv', lines));
  const problem = lab(page).locator('.lab-own-data .lab-problem');
  await expect(problem).toContainText('may be in column 1 (1, 2, 3) or in column 3 (0, 1, 2, 3)');
  const accept = labButton(page, 'Train on this table');
  await expect(accept).toBeHidden();
  await lab(page).getByRole('combobox', { name: 'column 1 is' }).selectOption('label');
  const proposed = lab(page).locator('.lab-proposed');
  await expect(proposed).toContainText('60 samples of 2 numbers in 3 classes');
  await expect(proposed).toContainText('There is no line of names. The labels are in column 1.');
  await expect(problem).toBeHidden();
  await lab(page).getByRole('combobox', { name: 'column 3 is' }).selectOption('left out');
  await expect(proposed).toContainText('60 samples of 1 number in');
  await expect(proposed).toContainText('Column 3 is left out');
  await expect(lab(page).getByRole('combobox', { name: 'column 3 is' })).toHaveValue('left out');
  await expect(labButton(page, 'Only 7')).toBeVisible();
  await accept.press('Enter');
  await expect(lab(page).locator('.lab-source')).toContainText('Column 3 is left out');
  await expect(proposed).toBeHidden();
  await lab(page).getByLabel('the first line').selectOption('names the columns');
  await expect(problem).toContainText('the labels may be in column 1');
  await lab(page).getByLabel('between cells').selectOption('semicolons');
  await expect(problem).toContainText('a sample needs at least one number and a label');
  await lab(page).getByLabel('between cells').selectOption('commas');
  await expect(problem).toContainText('the labels may be in column 1');
});

test('a wide table is scrolled by itself on a phone', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await openLab(page);
  await openGroup(page, 'data');
  const lines = Array.from(
    { length: 20 },
    (_, row) => `${Array.from({ length: 40 }, (_, column) => row / (column + 7))},kind ${row % 2}`,
  );
  await lab(page).getByLabel('your own data').setInputFiles(csvFile('wide.csv', lines));
  const rows = lab(page).locator('.lab-table-rows');
  await expect(rows).toBeVisible();
  expect(await rows.evaluate((part) => part.scrollWidth > part.clientWidth)).toBe(true);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
});

/** The two files of the network as it is; the part with the files is unfolded. */
async function savedNetwork(page: Page) {
  const saved: { name: string; mimeType: string; buffer: Buffer }[] = [];
  page.on('download', async (download) => {
    const chunks: Buffer[] = [];
    for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
    const buffer = Buffer.concat(chunks);
    saved.push({
      name: download.suggestedFilename(),
      mimeType: 'application/octet-stream',
      buffer,
    });
  });
  await labButton(page, 'TensorFlow.js model').click();
  await expect.poll(() => saved.length).toBe(2);
  const pair = [...saved];
  // Where a browser keeps one of two, the other can be had by itself.
  await labButton(page, 'weights.bin').click();
  await expect.poll(() => saved.at(2)?.name).toBe('weights.bin');
  return pair;
}

test('a saved network is opened again and goes on from where it was', async ({ page }) => {
  await openLab(page, SMALL);
  await runFor(page, 100);
  const accuracy = quantity(lab(page), 'knnAccuracy');
  const reached = await accuracy.getAttribute('data-value');
  await fold(page, 'Files').click();
  const saved = await savedNetwork(page);
  await chooseInMenu(lab(page), 'Reset');
  const files = lab(page).getByLabel('Open both files');
  await files.setInputFiles(saved.slice(0, 1));
  await expect(lab(page).getByText('The network was not taken')).toContainText('together');
  await files.setInputFiles(saved);
  await expect(accuracy).toHaveAttribute('data-value', reached!, PATIENCE);
  await expect(quantity(lab(page), 'step')).toHaveAttribute('data-value', '0');
  await runFor(page, 5);
});

test('a saved network opened in mid-run is paused until it is told to run, and can be paused', async ({
  page,
}) => {
  await openLab(page, SMALL);
  await runFor(page, 20);
  await fold(page, 'Files').click();
  const saved = await savedNetwork(page);
  await labButton(page, 'Run').click();
  await untilStep(page, (step) => step > 30);
  await lab(page).getByLabel('Open both files').setInputFiles(saved);
  await expect(quantity(lab(page), 'step')).toHaveAttribute('data-value', '0', PATIENCE);
  await expect(labButton(page, 'Run')).toBeVisible();
  await runFor(page, 5);
});

test('a link to a run from a saved network says that only its sender has that', async ({
  page,
}) => {
  await openLab(page, `${SMALL}&TrainingLab.weights=saved&TrainingLab.data=own`);
  await expect(lab(page)).toContainText('began with a network that its sender had');
  await expect(lab(page)).toContainText('trained on files of its sender');
  await labButton(page, 'One step').click();
  await untilStep(page, (step) => step === 1);
});

test('a collapsed run is rescued: in mid-run another strategy parts the digits, and is marked', async ({
  page,
}) => {
  await openLab(page);
  await openSettings(page);
  await lab(page).getByRole('link', { name: 'Rescue' }).click();
  await runFor(page, 60);
  expect(await numberOf(lab(page), 'knnAccuracy')).toBeLessThan(0.3);
  await lab(page).getByLabel('mining').selectOption('batch-all');
  await fold(page, 'More curves').click();
  await labButton(page, 'Go on in mid-run').click();
  const marks = lab(page).locator('.lab-change text');
  await expect(marks).toHaveText(Array(9).fill('batch-all'));
  for (const look of ['knn', 'recall', 'margin', 'active'])
    await expect(
      lab(page).locator(`.lab-more-curves .lab-${look} .lab-now`).first(),
    ).toHaveAttribute('d', /l/, PATIENCE);
  await expect
    .poll(async () => await numberOf(lab(page), 'knnAccuracy'), PATIENCE)
    .toBeGreaterThan(0.7);
  await labButton(page, 'Pause').click();
});

test('offline mining shows what its full pass costs, how its list grows stale, and writes no script', async ({
  page,
}) => {
  await openLab(page);
  await openSettings(page);
  await lab(page).getByLabel('mining').selectOption('offline-hard');
  await fold(page, 'More curves').click();
  await fold(page, 'Where the time goes').click();
  await runFor(page, 60);
  const fullPass = lab(page).locator('.lab-time-bar [data-part="fullPass"]');
  expect(Number(await fullPass.getAttribute('data-milliseconds'))).toBeGreaterThan(0);
  await expect(
    lab(page).locator('.lab-more-curves .lab-loss', { hasText: 'stale' }).locator('.lab-now'),
  ).toHaveAttribute('d', /l/);
  await fold(page, 'Files').click();
  await labButton(page, 'PyTorch script').click();
  await expect(lab(page).getByText('No script was written')).toContainText(
    'choose an online miner',
  );
  await lab(page).getByRole('combobox', { name: 'loss' }).selectOption('contrastive');
  await expect(lab(page).getByLabel('mining')).toHaveValue('batch-all');
});

test('own data can be dropped where they could be chosen', async ({ page }) => {
  await openLab(page);
  await openGroup(page, 'data');
  const place = lab(page).locator('.lab-own-data');
  const lines = Array.from({ length: 40 }, (_, row) => `${row % 4},${row % 7},kind ${row % 4}`);
  const files = await page.evaluateHandle(
    (csv) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([csv], 'dropped.csv', { type: 'text/csv' }));
      return transfer;
    },
    ['x,y,label', ...lines].join('\n'),
  );
  await place.dispatchEvent('dragover', { dataTransfer: files });
  await expect(place).toHaveAttribute('data-over', 'true');
  await place.dispatchEvent('drop', { dataTransfer: files });
  await expect(place).toHaveAttribute('data-over', 'false');
  await labButton(page, 'Train on this table').click();
  await expect(lab(page).locator('.lab-source')).toContainText('dropped.csv');
  await expect(lab(page).locator('.lab-source')).toContainText('40 samples of 2 numbers');
});
