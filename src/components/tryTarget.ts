import { parseTry } from '#kit/figure/parseTry.ts';
import type { Settings } from '#kit/figure/settings.ts';

interface DefinitionModule {
  readonly definition?: {
    readonly name: string;
    readonly settings: Settings<Record<string, unknown>>;
  };
}

const models = import.meta.glob<DefinitionModule>('../islands/*/definition.ts');

/** Throws when a phrase names a figure that does not exist, or a setting or value it does not have. */
export async function checkTry(figure: string, set: string): Promise<void> {
  const load = models[`../islands/${figure}/definition.ts`];
  const { definition } = (await load?.()) ?? {};
  if (!definition)
    throw new Error(`<Try figure="${figure}">: there is no figure of that name to set.`);
  parseTry(figure, definition.settings, set);
}
