import { satteri } from '@astrojs/markdown-satteri';
import mdx from '@astrojs/mdx';
import preact from '@astrojs/preact';
import { defineConfig } from 'astro/config';
import { mathPlugin } from './src/formulas/mathPlugin.ts';

export default defineConfig({
  integrations: [
    mdx({ processor: satteri({ features: { math: true }, mdastPlugins: [mathPlugin] }) }),
    preact(),
  ],
  vite: { worker: { format: 'es' } },
});
