import { satteri } from '@astrojs/markdown-satteri';
import mdx from '@astrojs/mdx';
import preact from '@astrojs/preact';
import { defineConfig, fontProviders } from 'astro/config';
import { siteAddress } from './scripts/site/address.ts';
import { finishSite } from './scripts/site/finishSite.ts';
import { narrowFont, WEIGHTS } from './scripts/site/narrowFont.ts';
import { withoutFamilies } from './src/formulas/letterFamilies.ts';
import { mathPlugin } from './src/formulas/mathPlugin.ts';

/** One file of a font package: a variable font in the latin subset, of the weights in use. */
const variant = async (file, style) => ({
  src: [await narrowFont(`@fontsource-variable/${file}`)],
  style,
  weight: `${WEIGHTS.min} ${WEIGHTS.max}`,
});

/** The families that KaTeX's style sheet names come in one of their own: src/pages/later-fonts.css.ts. */
const familiesLater = {
  name: 'families-later',
  enforce: 'pre',
  transform: {
    filter: { id: /katex\.min\.css$/ },
    handler: withoutFamilies,
  },
};

/** Gives the islands `client:near`. */
const lifeWhenNear = {
  name: 'life-when-near',
  hooks: {
    'astro:config:setup': ({ addClientDirective }) =>
      addClientDirective({ name: 'near', entrypoint: './src/kit/figure/near.ts' }),
  },
};

/** The page's sheet holds what the islands import, too: none is made again beside their scripts. */
const noSecondSheet = {
  name: 'no-second-sheet',
  apply: 'build',
  enforce: 'pre',
  applyToEnvironment: ({ name }) => name === 'client',
  transform: { filter: { id: /\.css$/ }, handler: () => '' },
};

/**
 * A worker's script exports nothing: code that its lazy chunks share with it lives in a chunk beside
 * it. WebKit evaluates a worker's script once more for a chunk that imports from it, and the page
 * would talk to two workers in one. (Vite sets the option to false, so it is set by a hook.)
 */
const workerScriptsApart = {
  name: 'worker-scripts-apart',
  options: (options) => ({ ...options, preserveEntrySignatures: 'strict' }),
};

export default defineConfig({
  ...siteAddress(process.env['SITE_URL']),
  integrations: [
    mdx({ processor: satteri({ features: { math: true }, mdastPlugins: [mathPlugin] }) }),
    preact(),
    lifeWhenNear,
    finishSite(),
  ],
  fonts: [
    {
      name: 'Source Serif 4',
      cssVariable: '--font-serif',
      provider: fontProviders.local(),
      fallbacks: ['Georgia', 'serif'],
      options: {
        variants: [
          await variant('source-serif-4/files/source-serif-4-latin-opsz-normal.woff2', 'normal'),
        ],
      },
    },
    {
      name: 'Source Serif 4 Italic',
      cssVariable: '--font-serif-italic',
      provider: fontProviders.local(),
      // Until it is there the roman stands in, slanted.
      fallbacks: [],
      optimizedFallbacks: false,
      options: {
        variants: [
          await variant('source-serif-4/files/source-serif-4-latin-wght-italic.woff2', 'italic'),
        ],
      },
    },
    {
      name: 'Source Sans 3',
      cssVariable: '--font-sans',
      provider: fontProviders.local(),
      fallbacks: ['system-ui', 'sans-serif'],
      options: {
        variants: [
          await variant('source-sans-3/files/source-sans-3-latin-wght-normal.woff2', 'normal'),
        ],
      },
    },
  ],
  security: {
    csp: {
      directives: [
        "default-src 'self'",
        "img-src 'self' data: blob:",
        "font-src 'self' data:",
        "connect-src 'self' blob: data:",
        "worker-src 'self' blob:",
        "object-src 'none'",
        "base-uri 'none'",
        "form-action 'none'",
      ],
      scriptDirective: { resources: ["'self'", "'wasm-unsafe-eval'"] },
      styleDirective: {
        // KaTeX and server-rendered figures place things by style attributes.
        resources: [
          { resource: "'self'", kind: 'element' },
          { resource: "'unsafe-inline'", kind: 'attribute' },
        ],
      },
    },
  },
  // A style sheet of a chapter's component would otherwise be inlined where the policy refuses it.
  build: { inlineStylesheets: 'never' },
  markdown: { syntaxHighlight: false },
  // One sheet, in the order of the imports: what belongs to one figure comes after what all share.
  vite: {
    plugins: [familiesLater, noSecondSheet],
    worker: {
      format: 'es',
      plugins: () => [workerScriptsApart],
      // As Astro names those of the page: a data file that both ask for is one file, fetched once.
      rolldownOptions: { output: { assetFileNames: '_astro/[name].[hash][extname]' } },
    },
    build: {
      // A font stays a file, however small: the sheet that would hold it comes before the first word.
      assetsInlineLimit: (file) => (file.endsWith('.woff2') ? false : undefined),
      cssCodeSplit: false,
      minify: 'terser',
      terserOptions: { module: true, ecma: 2022, compress: { passes: 3 } },
      // Astro marks what it makes of a chapter by a directive of its own and reads it before bundling.
      rolldownOptions: { checks: { moduleLevelDirective: false } },
    },
  },
});
