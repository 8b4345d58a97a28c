import { SETTINGS } from '#training/settings/table.ts';
import { spaceName } from '../groups.ts';
import { SettingFlag, SettingSegments } from '../SettingControls.tsx';
import type { SettingsProps } from '../SettingsProps.ts';

/** Into what the network embeds. */
export function EmbeddingPanel({ config, ready, set }: SettingsProps) {
  const common = { config, ready, set };
  const { dims } = config.value;
  const { on, off, about } = SETTINGS.normalise;
  const names = {
    off: `${off}: ${spaceName({ dims, normalise: false })}`,
    on: `${on}: ${spaceName({ dims, normalise: true })}`,
  };
  return (
    <>
      <SettingSegments name="dims" {...common} />
      <SettingFlag name="normalise" {...common} names={names} />
      <p>{about}</p>
    </>
  );
}
