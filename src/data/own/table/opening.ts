/** What stands before the rows of a table. */
export interface Opening {
  /** Where the rows begin in the text, and on which line. */
  readonly at: number;
  readonly line: number;
  /** What a line such as "sep=;" says. */
  readonly separator?: string;
  /** The last line of remarks without its sign: NumPy writes the names of columns so. */
  readonly remark?: string;
}

const SEP_LINE = /^"?sep=([,;|\t ])"?$/i;
const REMARK = /^\s*[#%]+[ \t]*(.*)$/;

/** So many lines that begin like remarks, and nothing else before the end, are samples. */
const isAllRemarks = (lines: readonly string[]) =>
  lines.filter((line) => line.trim() !== '').every((line) => REMARK.test(line));

/** The lines before the table: a byte order mark, Excel's "sep=", remarks after # or %. */
export function readOpening(text: string): Opening {
  let at = text.startsWith('\uFEFF') ? 1 : 0;
  let line = 1;
  let separator: string | undefined;
  let remark: string | undefined;
  if (isAllRemarks(text.slice(at, at + 2000).split(/\r\n|\r|\n/))) return { at, line };
  for (;;) {
    const [whole, content = ''] = /^([^\r\n]*)(\r\n|\r|\n|$)/.exec(text.slice(at, at + 100_000))!;
    const hint = SEP_LINE.exec(content)?.[1];
    const said = REMARK.exec(content)?.[1];
    if (hint === undefined && said === undefined) break;
    separator = hint ?? separator;
    remark = said || remark;
    at += whole.length;
    line++;
  }
  return { at, line, ...(separator && { separator }), ...(remark && { remark }) };
}
