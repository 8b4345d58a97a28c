import { useComputed } from '@preact/signals';
import { lossOf, minerOf, withLoss, withMiner } from '#training/settings/choices.ts';
import { SETTINGS, type TrainingConfig } from '#training/settings/table.ts';
import { LossControls } from './LossControls.tsx';
import { marginWarning } from './marginReach.ts';
import { SettingChoice } from './SettingControls.tsx';
import type { SettingsProps } from './SettingsProps.ts';
import { trainedOn } from './trainedOn.ts';

/** Why the loss takes not all miners; '' where it does. */
function minerNote(config: TrainingConfig): string {
  const reasons = SETTINGS.miner.options.map(({ name: miner }) =>
    lossOf(config).refuses(minerOf({ miner })),
  );
  const [reason] = reasons.filter((each) => each !== undefined);
  return reason ? `${reason[0]!.toUpperCase()}${reason.slice(1)}.` : '';
}

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
      <p class="lab-miner-note">{useComputed(() => minerNote(config.value))}</p>
      <p class="lab-margin-warning" role="status">
        {useComputed(() =>
          marginWarning(config.value, trainedOn(config.value, data.value.classes.length).length),
        )}
      </p>
    </>
  );
}
