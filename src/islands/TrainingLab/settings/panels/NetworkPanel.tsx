import { useComputed } from '@preact/signals';
import { useId } from 'preact/hooks';
import { networkSize } from '#training/network/networkSize.ts';
import { networks } from '#training/network/networks/registry.ts';
import { SETTINGS } from '#training/settings/table.ts';
import { SettingChoice } from '../SettingControls.tsx';
import type { SettingsProps } from '../SettingsProps.ts';
import { ComputeWith } from './ComputeWith.tsx';

/** Which network embeds, and which processor computes it. */
export function NetworkPanel(props: SettingsProps) {
  const { config, data, hasSaved, ready, set } = props;
  const group = useId();
  return (
    <>
      <fieldset class="lab-networks" disabled={useComputed(() => !ready.value)}>
        <legend class="visually-hidden">Network</legend>
        {[...networks].map(([network, { label, about, smallestSide }]) => (
          <label key={network}>
            <input
              type="radio"
              name={group}
              checked={useComputed(() => config.value.network === network)}
              disabled={useComputed(
                () => Math.min(data.value.height, data.value.width) < smallestSide,
              )}
              onChange={() => set({ network })}
            />
            <span>
              <b>{label}</b>{' '}
              <span class="number">
                {useComputed(() => {
                  const { height, width } = data.value;
                  const { dims } = config.value;
                  return `${networkSize(network, { height, width, dims }).toLocaleString('en')} parameters`;
                })}
              </span>
              <br />
              {about}
            </span>
          </label>
        ))}
      </fieldset>
      {hasSaved.value && (
        <>
          <SettingChoice name="weights" config={config} ready={ready} set={set} />
          <p>{SETTINGS.weights.about}</p>
        </>
      )}
      <ComputeWith {...props} />
    </>
  );
}
