import { useComputed } from '@preact/signals';
import { useId } from 'preact/hooks';
import { NETWORKS, type TrainingConfig } from '#training/config.ts';
import { networkSize } from '#training/network/networkSize.ts';
import { isImages } from '#data/sources.ts';
import { NETWORK_NAMES } from '../groups.ts';
import type { SettingsProps } from '../SettingsProps.ts';
import { ComputeWith } from './ComputeWith.tsx';

/** The time of a step as bench/README.md has it, for digits in batches of 120. */
const WORDS: Readonly<Record<TrainingConfig['network'], string>> = {
  mlp: 'Two hidden layers, 256 and 128 wide. The quickest.',
  'small-conv':
    'Two convolutions of stride 2, then 64. A step takes about twice as long as the MLP’s.',
  'reference-conv':
    '32-32-pool-48-48-pool-64 with LeakyReLU. A step takes about 60 times as long as the MLP’s: try it with a smaller batch.',
};

/** Which network embeds, and which processor computes it. */
export function NetworkPanel(props: SettingsProps) {
  const { config, data, ready, set } = props;
  const group = useId();
  return (
    <>
      <fieldset class="lab-networks" disabled={useComputed(() => !ready.value)}>
        <legend class="visually-hidden">Network</legend>
        {NETWORKS.map((network) => (
          <label key={network}>
            <input
              type="radio"
              name={group}
              checked={useComputed(() => config.value.network === network)}
              disabled={useComputed(() => network !== 'mlp' && !isImages(data.value))}
              onChange={() => set({ network })}
            />
            <span>
              <b>{NETWORK_NAMES[network]}</b>{' '}
              <span class="number">
                {useComputed(() => {
                  const { height, width } = data.value;
                  const { dims } = config.value;
                  return `${networkSize(network, { height, width, dims }).toLocaleString('en')} parameters`;
                })}
              </span>
              <br />
              {WORDS[network]}
            </span>
          </label>
        ))}
      </fieldset>
      <ComputeWith {...props} />
    </>
  );
}
