import type { JSHandle, Page } from '@playwright/test';

/** The pixels of a PNG as a browser decodes it. They stay in the page, where they are looked at. */
export const decodePng = (page: Page, png: Buffer): Promise<JSHandle<ImageData>> =>
  page.evaluateHandle(async (base64) => {
    const image = new Image();
    image.src = `data:image/png;base64,${base64}`;
    await image.decode();
    const canvas = new OffscreenCanvas(image.width, image.height);
    const context = canvas.getContext('2d')!;
    context.drawImage(image, 0, 0);
    return context.getImageData(0, 0, image.width, image.height);
  }, png.toString('base64'));
