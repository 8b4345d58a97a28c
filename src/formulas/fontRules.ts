/** A rule of KaTeX's style sheet for one of its fonts: they stand in a sheet of their own. */
export const FONT_RULE = /@font-face\{[^}]*\}/g;
