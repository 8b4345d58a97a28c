import { parseTry } from '../figures/parseTry.ts';
import type { Settings } from '../figures/settings.ts';

interface ModelModule {
  readonly model?: { readonly name: string; readonly settings: Settings<Record<string, unknown>> };
}

const models = import.meta.glob<ModelModule>('../islands/*/model.ts');

/** Throws when a phrase names a figure that does not exist, or a setting or value it does not have. */
export async function checkTry(figure: string, set: string): Promise<void> {
  const load = models[`../islands/${figure}/model.ts`];
  const { model } = (await load?.()) ?? {};
  if (!model) throw new Error(`<Try figure="${figure}">: there is no figure of that name to set.`);
  parseTry(figure, model.settings, set);
}
