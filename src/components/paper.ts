/** The paper of both themes, for what a style sheet cannot tell: the browser's own bars. */
export const PAPER = { light: '#fdfcf9', dark: '#161618' } as const;
