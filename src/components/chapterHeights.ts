import heights from './chapterHeights.json' with { type: 'json' };

/** The windows that the chapters are measured in, in pixels: one for each way the page is laid out. */
export const WINDOWS = { phone: 390, tablet: 768, laptop: 1024, desktop: 1440 } as const;

type Window = keyof typeof WINDOWS;

/** In pixels, by the chapter's id and the window. */
type ChapterHeights = Readonly<Record<string, Readonly<Record<Window, number>>>>;

const MEASURED: ChapterHeights = heights;

/** What a chapter keeps free while it is far from the window; one not yet measured keeps nothing. */
export const heightsOf = (chapter: string): string =>
  Object.entries(MEASURED[chapter] ?? {})
    .map(([window, height]) => `--height-${window}:${height}px`)
    .join(';');
