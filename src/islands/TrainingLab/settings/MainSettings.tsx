import { useComputed } from '@preact/signals';
import { lossOf, minerOf, withLoss, withMiner } from '#training/settings/choices.ts';
import { LossControls } from './LossControls.tsx';
import { marginWarning } from './marginReach.ts';
import { SettingChoice } from './SettingControls.tsx';
import type { SettingsProps } from './SettingsProps.ts';
import { trainedOn } from './trainedOn.ts';

/** What is chosen most: the loss, its miner, and what it has to set. */
export function MainSettings({
  data,
  ...props
}: Omit<SettingsProps, 'takeData' | 'compute' | 'hasSaved'>) {
  const { config } = props;
  const loss = lossOf(config.value);
  return (
    <>
      <div class="lab-choices">
        <SettingChoice name="loss" {...props} change={(chosen) => withLoss(config.value, chosen)} />
        <SettingChoice
          name="miner"
          {...props}
          offers={(miner) => loss.refuses(minerOf({ miner })) === undefined}
          change={withMiner}
        />
      </div>
      <LossControls {...props} />
      <p class="lab-margin-warning" role="status">
        {useComputed(() =>
          marginWarning(config.value, trainedOn(config.value, data.value.classes.length).length),
        )}
      </p>
    </>
  );
}
