import { MNIST } from '#data/digits/digitSource.ts';
import type { DataSource } from '#data/sources/registry.ts';
import { lookUp } from '#metric/lookUp.ts';
import type { TrainingConfig } from '#training/config.ts';
import { networks } from '#training/network/networks/registry.ts';
import { choiceWords } from '../runs/pastRun.ts';
import { trainedOn } from '../settings/trainedOn.ts';

/** What Run will train, in a sentence: it stands where the samples will lie. */
export function planText(config: TrainingConfig, data: DataSource): string {
  const { label } = lookUp(networks, 'network', config.network);
  const { classes, title } = data;
  const trained = trainedOn(config, classes.length).map((each) => classes[each]);
  const only = trained.length < classes.length ? `, classes ${trained.join(', ')} only` : '';
  const samples = data === MNIST ? 'the digits' : title.split(':')[0];
  const network = label.replace(/^the /, '');
  return `Run trains the ${network} with ${choiceWords(config)}, seed ${config.seed}, on ${samples}${only}.`;
}
