import './fileButton.css';

interface FileButtonProps {
  readonly label: string;
  /** Endings and types that can be chosen, as the browser reads them; missing where any can be. */
  readonly accept?: string;
  readonly multiple?: boolean;
  /** Never rejects. */
  readonly take: (files: readonly File[]) => Promise<void>;
}

/** A button that asks for files of the reader's own: the browser's would be in its own words and look. */
export function FileButton({ label, accept, multiple = false, take }: FileButtonProps) {
  const open = async (input: HTMLInputElement) => {
    const files = [...(input.files ?? [])];
    // The same file may be chosen again after it was mended.
    input.value = '';
    if (files.length > 0) await take(files);
  };
  return (
    <label class="file-button">
      {label}
      <input
        class="visually-hidden"
        type="file"
        multiple={multiple}
        accept={accept}
        onChange={({ currentTarget }) => void open(currentTarget)}
      />
    </label>
  );
}
