interface OpenFilesProps {
  readonly label: string;
  /** Endings and types that can be chosen, as the browser reads them. */
  readonly accept: string;
  readonly multiple?: boolean;
  /** Never rejects. */
  readonly take: (files: readonly File[]) => Promise<void>;
}

/** A button that asks for files of the reader's own. */
export function OpenFiles({ label, accept, multiple = false, take }: OpenFilesProps) {
  const open = async (input: HTMLInputElement) => {
    const files = [...(input.files ?? [])];
    if (files.length === 0) return;
    await take(files);
    // The same file may be chosen again after it was mended.
    input.value = '';
  };
  return (
    <label class="lab-open">
      {label}
      <input
        type="file"
        multiple={multiple}
        accept={accept}
        onChange={({ currentTarget }) => void open(currentTarget)}
      />
    </label>
  );
}
