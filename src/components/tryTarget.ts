import { parseTry } from '#kit/figure/parseTry.ts';
import type { Settings } from '#kit/figure/settings.ts';

type AnySettings = Settings<Record<string, unknown>>;

/** A definition, or, of a figure that makes its definition as it goes, its settings. */
interface DefinitionModule {
  readonly definition?: { readonly settings: AnySettings };
  readonly settings?: AnySettings;
}

const models = import.meta.glob<DefinitionModule>('../islands/*/definition.ts');

/** Throws when a phrase names a figure that does not exist, or a setting or value it does not have. */
export async function checkTry(figure: string, set: string): Promise<void> {
  const load = models[`../islands/${figure}/definition.ts`];
  const found = await load?.();
  const settings = found?.definition?.settings ?? found?.settings;
  if (!settings)
    throw new Error(`<Try figure="${figure}">: there is no figure of that name to set.`);
  parseTry(figure, settings, set);
}
