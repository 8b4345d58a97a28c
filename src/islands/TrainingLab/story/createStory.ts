import { type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { TrainingConfig } from '#training/config.ts';
import { DEFAULT_CONFIG } from '#training/settings/table.ts';
import { COLLAPSING, RESCUE } from '../presets/presets.ts';
import type { Lab } from '../run/lab.ts';

export interface Story {
  /** Whether a collapse is waited for, to be rescued from. */
  readonly isAwaited: ReadonlySignal<boolean>;
  /** The settings that the story has chosen last. */
  readonly chosen: ReadonlySignal<TrainingConfig | undefined>;
  healthy(): void;
  collapse(): void;
  /** Changes the mining of the collapsed run and goes on; where none has, lets one collapse first. */
  rescue(): void;
  /** Rescues, where that was waited for. To be called when a run has collapsed. */
  onCollapse(): void;
  /** Waits no more. */
  forget(): void;
}

interface StoryOptions {
  readonly lab: Lab;
  readonly config: ReadonlySignal<TrainingConfig>;
  set(config: TrainingConfig): void;
}

/** What the lab is for, in three runs: one that goes well, one that collapses, and the way back. */
export function createStory({ lab, config, set }: StoryOptions): Story {
  const isAwaited = signal(false);
  const chosen: Signal<TrainingConfig | undefined> = signal(undefined);

  function choose(settings: TrainingConfig): void {
    chosen.value = settings;
    set(settings);
    // The lab hears of settings a moment later, and is told now what to do with them.
    lab.set(settings);
  }
  function begin(settings: TrainingConfig): void {
    isAwaited.value = false;
    choose(settings);
    if (!lab.isGoing.value || !lab.current.value) lab.run();
  }
  function change(): void {
    isAwaited.value = false;
    choose({ ...(lab.runConfig.value ?? config.value), ...RESCUE });
    if (lab.current.value) lab.run();
    else void lab.goOn();
  }
  return {
    isAwaited,
    chosen,
    healthy: () => begin(DEFAULT_CONFIG),
    collapse: () => begin(COLLAPSING),
    rescue() {
      if (lab.collapsed.value) return change();
      begin(COLLAPSING);
      isAwaited.value = true;
    },
    onCollapse() {
      if (isAwaited.value) change();
    },
    forget() {
      isAwaited.value = false;
    },
  };
}
