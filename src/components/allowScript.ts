import { createHash } from 'node:crypto';
import type { AstroGlobal } from 'astro';

/** Lets the page's policy run a script that stands in the page itself. */
export function allowScript({ csp }: Pick<AstroGlobal, 'csp'>, script: string): void {
  const hash = createHash('sha256').update(script).digest('base64');
  csp?.insertScriptHash(`sha256-${hash}`);
}
