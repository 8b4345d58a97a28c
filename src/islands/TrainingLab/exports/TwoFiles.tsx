import { type ReadonlySignal, useComputed, useSignal } from '@preact/signals';
import { ActionButton } from '#kit/controls/ActionButton.tsx';
import { saveFile } from '#kit/files/saveFile.ts';

/** A file that can be saved. */
export interface SavedFile {
  readonly name: string;
  readonly type: string;
  readonly content: BlobPart;
}

interface TwoFilesProps {
  readonly label: string;
  readonly idle: ReadonlySignal<boolean>;
  readonly names: readonly [string, string];
  /** What the two are now; none where that cannot be told. */
  readonly make: () => Promise<readonly SavedFile[]>;
}

/**
 * A button that saves two files which belong together. Safari on phones keeps one of two that come at once:
 * from then on, each can be saved by itself.
 */
export function TwoFiles({ label, idle, names, make }: TwoFilesProps) {
  const isAsked = useSignal(false);
  const save = async (wanted: readonly string[]) => {
    for (const { name, type, content } of await make())
      if (wanted.includes(name)) saveFile(content, name, type);
    isAsked.value = true;
  };
  return (
    <>
      <ActionButton idle={idle} act={() => void save(names)}>
        {label}
      </ActionButton>
      <span hidden={useComputed(() => !isAsked.value)}>
        Did only one arrive?{' '}
        {names.map((name) => (
          <ActionButton key={name} idle={idle} act={() => void save([name])}>
            {name}
          </ActionButton>
        ))}
      </span>
    </>
  );
}
