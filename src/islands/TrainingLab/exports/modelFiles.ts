import type { TrainingConfig } from '#training/config.ts';
import { readLayersModel, type SavedNetwork } from '#training/network/layersModel.ts';
import { networks } from '#training/network/networks/registry.ts';
import { SETTINGS } from '#training/settings/table.ts';

/** The part of a File that reading needs. */
interface ModelFile {
  readonly name: string;
  text(): Promise<string>;
  arrayBuffer(): Promise<ArrayBuffer>;
}

/**
 * The network of the two files that the lab saved, in either order. Throws a RangeError that says
 * which file is missing or what is wrong with it.
 */
export async function readModelFiles(files: readonly ModelFile[]): Promise<SavedNetwork> {
  const json = files.find(({ name }) => name.toLowerCase().endsWith('.json'));
  const weights = files.find(({ name }) => name.toLowerCase().endsWith('.bin'));
  if (!json || !weights || files.length !== 2)
    throw new RangeError(
      `choose model.json and weights.bin together, not ${files.map(({ name }) => name).join(' and ')}`,
    );
  return readLayersModel({
    json: await json.text(),
    bytes: new Uint8Array(await weights.arrayBuffer()),
  });
}

/**
 * The settings that go on with a saved network: its kind, its dimensions and, where the file says, whether
 * embeddings are divided by their length; all else as it is.
 * Throws a RangeError when it embeds into a number of dimensions that the lab does not have.
 */
export function settingsFor(
  { network, normalise, weights }: SavedNetwork,
  config: TrainingConfig,
): TrainingConfig {
  const known = [...networks.keys()].find((name) => name === network);
  const width = weights.at(-1)?.shape.at(-1);
  const dimensions = SETTINGS.dims.options.map(({ name }) => name);
  const dims = dimensions.find((count) => count === width);
  if (!known || dims === undefined)
    throw new RangeError(
      `it is a "${network}" into ${width} dimensions; the lab has ${[...networks.keys()].join(', ')} into ${dimensions.join(', ')}`,
    );
  return { ...config, network: known, dims, ...(normalise !== undefined && { normalise }) };
}
