import type { Page } from '@playwright/test';

/** Holds back what the page asks for at such addresses. Returns how to let it come. */
export async function holdBack(page: Page, addresses: Parameters<Page['route']>[0]) {
  let letCome = () => {};
  const held = new Promise<void>((resolve) => {
    letCome = resolve;
  });
  await page.route(addresses, async (route) => {
    await held;
    await route.continue();
  });
  return letCome;
}
