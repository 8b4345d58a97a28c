import { type Page, test } from '@playwright/test';

/** WebGPU is there in headless Chromium when it is asked for, computed in software. */
export const WITH_WEBGPU = {
  launchOptions: {
    ...(process.env['CHROME_PATH'] && { executablePath: process.env['CHROME_PATH'] }),
    args: ['--no-sandbox', '--enable-unsafe-webgpu'],
  },
};

/** Skips a test where the page's browser has none. */
export async function skipWithoutWebgpu(page: Page): Promise<void> {
  const hasAdapter = await page.evaluate(async () => {
    const { gpu } = navigator as { gpu?: { requestAdapter(): Promise<unknown> } };
    return Boolean(await gpu?.requestAdapter());
  });
  test.skip(!hasAdapter, 'this browser has no WebGPU, not even in software');
}
