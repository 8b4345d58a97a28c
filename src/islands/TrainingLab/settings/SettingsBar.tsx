import { useComputed, useSignal } from '@preact/signals';
import type { FunctionComponent } from 'preact';
import { useId } from 'preact/hooks';
import { GROUPS, type Group, groupName, groupSummary } from './groups.ts';
import type { SettingsProps } from './SettingsProps.ts';

type Panels = ReadonlyMap<Group, FunctionComponent<SettingsProps>>;

/**
 * The groups of settings: each says what it is set to, and unfolds below. What unfolds is fetched
 * then: most readers never need it.
 */
export function SettingsBar(props: SettingsProps) {
  const { config, data } = props;
  const id = useId();
  const open = useSignal<Group | undefined>(undefined);
  const panels = useSignal<Panels | undefined>(undefined);
  const problem = useSignal('');

  const toggle = async (group: Group) => {
    open.value = open.value === group ? undefined : group;
    if (panels.value) return;
    try {
      panels.value = (await import('./panels/panels.ts')).panels;
      problem.value = '';
    } catch {
      problem.value = 'These settings could not be fetched. Check the connection, then try again.';
      open.value = undefined;
    }
  };

  const Panel = open.value && panels.value?.get(open.value);
  return (
    <div class="lab-settings">
      <div class="lab-groups">
        {GROUPS.map((group) => (
          <button
            key={group}
            type="button"
            class="lab-group"
            data-group={group}
            aria-expanded={useComputed(() => open.value === group)}
            aria-controls={id}
            onClick={() => void toggle(group)}
          >
            {useComputed(() => groupName(group, config.value))}
            <span>{useComputed(() => groupSummary(group, config.value, data.value))}</span>
          </button>
        ))}
      </div>
      <div id={id} class="lab-panel" hidden={!Panel}>
        {Panel && <Panel {...props} />}
      </div>
      <p class="lab-problem" role="status">
        {problem}
      </p>
    </div>
  );
}
