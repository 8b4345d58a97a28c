/** Writes `_headers`, which Netlify, Cloudflare Pages and others take for what they send with each file. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseHTML } from 'linkedom';
import { siteFiles } from './siteFiles.ts';

type Rule = readonly [path: string, headers: Readonly<Record<string, string>>];

const EVERYWHERE = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
};
const FOR_GOOD = { 'Cache-Control': 'public, max-age=31536000, immutable' };
const ASK_FIRST = { 'Cache-Control': 'no-cache' };

/** The policy that a page states of itself, and who may frame it, which only a header can say. */
function policyOf(page: string): string {
  const [head = ''] = page.split('</head>', 1);
  const { document } = parseHTML(`${head}</head></html>`);
  const policy = document.querySelector('meta[http-equiv="content-security-policy"]');
  if (!policy) throw new Error('A page states no policy for the header of the same name.');
  const stated = policy.getAttribute('content')!.replace(/[\s;]+$/, '');
  return `${stated}; frame-ancestors 'self'`;
}

const rulesOf = (folder: string): readonly Rule[] =>
  siteFiles(folder)
    .filter((path) => path.endsWith('index.html'))
    .map(
      (path): Rule => [
        path.replace(/index\.html$/, ''),
        { 'Content-Security-Policy': policyOf(readFileSync(join(folder, path), 'utf8')) },
      ],
    );

export function writeHeaders(folder: string, base: string): void {
  const rules: readonly Rule[] = [
    ['*', EVERYWHERE],
    ['_astro/*', FOR_GOOD],
    ['sw.js', ASK_FIRST],
    ['release.txt', ASK_FIRST],
    ...rulesOf(folder),
  ];
  const text = rules.map(([path, headers]) => {
    const lines = Object.entries(headers).map(([name, value]) => `  ${name}: ${value}\n`);
    return `${base}${path}\n${lines.join('')}`;
  });
  writeFileSync(join(folder, '_headers'), text.join('\n'));
}
