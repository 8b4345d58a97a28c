import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readCsvVectors } from './csvVectors.ts';
import type { DataError } from './labelledVectors.ts';
import { isNumber } from './table/cells.ts';
import type { LayoutChoice } from './table/layout.ts';

describe('a CSV of vectors', () => {
  test('has its labels where the header says', () => {
    expect(readCsvVectors('label,x,y1\ncat,1,2\ndog,3,4.5\n')).toMatchObject({
      values: Float64Array.of(1, 2, 3, 4.5),
      shape: [2],
      labels: Int32Array.of(0, 1),
      classes: ['cat', 'dog'],
    });
  });

  test('has its labels in the column “label” though another is “y”', () => {
    const { classes, shape } = readCsvVectors('x,y,label\n1,2,cat\n3,4,dog\n');
    expect(classes).toEqual(['cat', 'dog']);
    expect(shape).toEqual([2]);
  });

  test('has its labels in the one column of words, or else in the last', () => {
    expect(readCsvVectors('cat,1,2\ndog,3,4').classes).toEqual(['cat', 'dog']);
    expect(readCsvVectors('1,2,10\n3,4,9').classes).toEqual(['9', '10']);
    expect(readCsvVectors('a,b,kind\n1,2,x\n3,4,y').classes).toEqual(['x', 'y']);
  });

  test('may use semicolons, quotes, other line ends and a byte order mark', () => {
    const { values, classes } = readCsvVectors('\uFEFF1;"a; ""b"""\r\n\r\n2;c\r\n');
    expect(values).toEqual(Float64Array.of(1, 2));
    expect(classes).toEqual(['a; "b"', 'c']);
  });

  test('that is wrong is refused with the line and what was expected', () => {
    const refusals: Record<string, string> = {
      '1,2,a\n3,b\n': 'line 2: 2 columns where line 1 has 3',
      'a,b,label,more\n1,2,x\n3,4,y\n': 'line 2: 3 columns where line 1 has 4',
      '1,2,a\n\n3,oops,b\n': 'line 3, column 2: expected a number, found "oops"',
      '1,2,a\n3,,b\n': 'line 2, column 2: expected a number, found an empty cell; fill missing',
      '1,2,a\n3,1e999,b\n': 'line 2, column 2: expected a number, found "1e999"',
      '1,2,a\n3,4,\n': 'line 2, column 3: expected a label, found nothing',
      '1,2,a\n3,4,"b\n': 'line 2: a quote is opened and never closed',
      '1\n2\n': 'line 1: a sample needs at least one number and a label',
      'x,label\n': 'the CSV file has no samples',
      '\n': 'the CSV file is empty',
    };
    for (const [text, refusal] of Object.entries(refusals))
      expect(() => readCsvVectors(text), text).toThrow(refusal);
  });

  test('loses nothing, whatever its numbers and labels are', () => {
    const number = fc.double({ noNaN: true, noDefaultInfinity: true });
    // Labels that are numbers are compared by value.
    const name = fc.string({ minLength: 1 }).filter((text) => !isNumber(text));
    const row = fc.tuple(number, number, name);
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 20 }), (rows) => {
        const lines = rows.map(([a, b, text]) => `${a},${b},"${text.replaceAll('"', '""')}"`);
        const { values, labels, classes } = readCsvVectors(`a,b,label\n${lines.join('\n')}`);
        // CSV has no negative zero in practice; it counts as the same number.
        expect([...values].map((value) => value + 0)).toEqual(
          rows.flatMap(([a, b]) => [a + 0, b + 0]),
        );
        expect([...labels].map((label) => classes[label])).toEqual(rows.map(([, , text]) => text));
      }),
    );
  });
});

/** Twenty rows that begin with the same two features; `rest` makes what stands around them. */
const features = (row: number) => [((row * 79) % 101) / 10 + 0.03, ((row * 31) % 89) / 7 + 0.01];
const twenty = (line: (row: number, a: number, b: number) => string) =>
  Array.from({ length: 20 }, (_, row) => line(row, features(row)[0]!, features(row)[1]!)).join(
    '\n',
  );
const species = (row: number) => (row % 2 ? 'elm' : 'ash');
const comma = (value: number) => `${value}`.replace('.', ',');

/** Asserts that the two features and the classes of the twenty rows come out, and nothing else. */
function expectTwenty(text: string, classes: readonly string[] = ['ash', 'elm']) {
  const read = readCsvVectors(text);
  expect(read.shape, text.slice(0, 60)).toEqual([2]);
  expect(read.classes).toEqual(classes);
  expect([...read.values]).toEqual(Array.from({ length: 20 }, (_, row) => features(row)).flat());
  expect([...read.labels].map((label) => read.classes[label])).toEqual(
    Array.from({ length: 20 }, (_, row) => classes[row % classes.length]),
  );
}

describe('the first line of a CSV', () => {
  const body = twenty((row, a, b) => `${a},${b},${species(row)}`);
  const numbered = twenty((row, a, b) => `${a},${b},${row % 3}`);

  test('names the columns where they are words, numbers on end, or a scale that rises or falls', () => {
    expectTwenty(`a,b,species\n${body}`);
    expectTwenty(`0,1,2\n${body}`);
    expectTwenty(`0,1,2\n${numbered}`, ['0', '1', '2']);
    expectTwenty(`1,2,3\n${numbered}`, ['0', '1', '2']);
    for (const scale of ['400.0,402.0,404.0', '4000.5,3998,3990.25'])
      expect(
        readCsvVectors(
          `${scale},material\n${twenty((row, a, b) => `${a},${b},1,${species(row)}`)}`,
        ),
      ).toMatchObject({ shape: [3], classes: ['ash', 'elm'] });
  });

  test('is a sample where its word is the label of others, or the rows are few', () => {
    expectTwenty(body);
    expect(readCsvVectors('3,4,y\n1,2,x').classes).toEqual(['x', 'y']);
  });

  test('names the columns also where a class has the name of one', () => {
    const kinds = ['kind', 'label'];
    const text = twenty((row, a, b) => `${a},${b},${kinds[row % 2]}`);
    for (const name of kinds) expectTwenty(`a,b,${name}\n${text}`, kinds);
    expectTwenty(text, kinds);
    expect(() => readCsvVectors(`lost,0.5,kind\n${text}`)).toThrow(
      'line 1, column 1: expected a number, found "lost"',
    );
  });

  test('is asked for where it may be a sample of its own class or name the columns', () => {
    const open = [`1.5,0.5,oak\n${body}`, `400,402,material\n${body}`];
    for (const text of open) {
      expect(() => readCsvVectors(text)).toThrow('line 1 may name the columns or be a sample');
      expect(readCsvVectors(text, { hasHeader: false }).classes).toHaveLength(3);
      expectTwenty(text.replace(/^.*\n/, 'a,b,c\n'));
      expect(readCsvVectors(text, { hasHeader: true }).classes).toEqual(['ash', 'elm']);
    }
    const whole = twenty((row) => `${(row * 7) % 5},${(row * 3) % 7},${row % 2}`);
    expect(() => readCsvVectors(`0,1,2\n${whole}`)).toThrow('("0", "1", "2"): say which');
    // Reflectances are as small as wavelengths in micrometres.
    const small = twenty((row, a, b) => `${a / 20},${b / 20},${a / 40},${species(row)}`);
    expect(() => readCsvVectors(`0.1,0.2,0.3,kind of tree\n${small}`)).toThrow('say which');
  });

  test('names the columns where many numbers rise or fall, though samples have the like', () => {
    const many = twenty(
      (row, a) =>
        `${Array(6)
          .fill(a / 20)
          .join()},${species(row)}`,
    );
    for (const name of ['material', '']) {
      const { shape, classes } = readCsvVectors(`0.1,0.2,0.3,0.4,0.5,0.6,${name}\n${many}`);
      expect(shape).toEqual([6]);
      expect(classes).toEqual(['ash', 'elm']);
    }
  });

  test('may name two columns of words, of which one tells the samples apart', () => {
    const text = twenty((row, a, b) => `s${row},${species(row)},${a},${b},0.5`);
    expect(readCsvVectors(`sample,material,400,402,404\n${text}`)).toMatchObject({
      shape: [3],
      classes: ['ash', 'elm'],
    });
  });

  test('only counts, in the data sets of scikit-learn', () => {
    expectTwenty(`20,2,ash,elm\n${numbered}`, ['0', '1', '2']);
    expectTwenty(`20,2,class_0\n${numbered}`, ['0', '1', '2']);
    expectTwenty(`20,2,class_0,class_1,class_2\n${numbered}`, ['0', '1', '2']);
  });

  test('comes after a byte order mark, Excel’s separator and remarks', () => {
    expectTwenty(`\uFEFFsep=;\na;b;species\n${body.replaceAll(',', ';')}`);
    expectTwenty(`"sep=,"\r\n${body}`);
    expectTwenty(`# exported, version 1.0\na,b,species\n${body}`);
    expectTwenty(`% by a tool\n%\n${body}\n# 20 rows`);
    expectTwenty(`# a b species\n${body.replaceAll(',', ' ')}\n# end of data`);
    expectTwenty(`# a,b,label\n${numbered}`, ['0', '1', '2']);
    expect(readCsvVectors(`# a,b,label\n${numbered}`).notes[1]).toBe('A remark names the columns.');
  });

  test('that begins like a remark is a sample where all lines do', () => {
    const colours = twenty((row, a, b) => `#${row % 2 ? 'fff' : 'aaa'},${a},${b}`);
    expectTwenty(colours, ['#aaa', '#fff']);
  });
});

describe('the columns of a CSV', () => {
  test('that number or name the rows are no features', () => {
    expectTwenty(
      `"","a","b","species"\n${twenty((row, a, b) => `"${row + 1}",${a},${b},"${species(row)}"`)}`,
    );
    expectTwenty(`,a,b,species\n${twenty((row, a, b) => `${row % 10},${a},${b},${species(row)}`)}`);
    expectTwenty(`,0,1,2\n${twenty((row, a, b) => `${row},${a},${b},${row % 2}.0`)}`, ['0', '1']);
    expectTwenty(
      `Unnamed: 0,a,b,species\n${twenty((row, a, b) => `${row},${a},${b},${species(row)}`)}`,
    );
    expectTwenty(
      `id,a,b,species\n${twenty((row, a, b) => `${842302 - 77 * row},${a},${b},${species(row)}`)}`,
    );
    expectTwenty(twenty((row, a, b) => `${row},${a},${b},${species(row)}`));
    expectTwenty(twenty((row, a, b) => `${row + 51},${a},${b},${species(row)}`));
    expectTwenty(
      `a,customer_id,b,species\n${twenty((row, a, b) => `${a},${9000 - 7 * row},${b},${species(row)}`)}`,
    );
    expectTwenty(`species,id,a,b\n${twenty((row, a, b) => `${species(row)},${row},${a},${b}`)}`);
    expectTwenty(
      `file,a,b,species\n${twenty((row, a, b) => `${row}.png,${a},${b},${species(row)}`)}`,
    );
  });

  test('of ids are none, whose name is one word with a capital, or that have no name in a long table', () => {
    for (const name of ['customerID', 'imageId'])
      expectTwenty(
        `a,${name},b,species\n${twenty((row, a, b) => `${a},${9000 - 7 * row * row},${b},${species(row)}`)}`,
      );
    const paid = twenty((row, a) => `${9000 - 7 * row * row},${a},${species(row)}`);
    expect(readCsvVectors(`payID,a,species\n${paid}`).shape).toEqual([1]);
    expect(readCsvVectors(`paid,a,species\n${paid}`).shape).toEqual([2]);
    const rows = (count: number) =>
      Array.from({ length: count }, (_, row) => `${8670 + 7 * row * row},${species(row)},0.${row}`);
    expect(readCsvVectors(rows(100).join('\n'))).toMatchObject({
      shape: [1],
      classes: ['ash', 'elm'],
    });
    expect(readCsvVectors(rows(50).join('\n')).shape).toEqual([2]);
    expect(readCsvVectors(`pay,species,a\n${rows(100).join('\n')}`).shape).toEqual([2]);
  });

  test('begin with row names that R has not named', () => {
    expectTwenty(
      `"a" "b" "species"\n${twenty((row, a, b) => `"${row + 1}" ${a} ${b} "${species(row)}"`)}`,
    );
    expectTwenty(`a,b,am\n${twenty((row, a, b) => `Car ${row},${a},${b},${row % 2}`)}`, ['0', '1']);
    expect(() => readCsvVectors('a,b\n0.5,1,x\n0.5,2,y\n')).toThrow(
      'line 2: 3 columns where line 1 has 2',
    );
  });

  test('are features where there is nothing else, and where they are coordinates', () => {
    const counting = twenty((row, a) => `${row},${a},${row % 3}`);
    expect(readCsvVectors(`id,label\n${twenty((row) => `${row},${species(row)}`)}`).shape).toEqual([
      1,
    ]);
    expect(readCsvVectors(`x,y,cluster\n${counting}`).shape).toEqual([2]);
  });

  test('of years are features, since they have a name', () => {
    const years = twenty((row, a) => `${row + 1990},${a},${species(row)}`);
    expect(readCsvVectors(`year,a,species\n${years}`).shape).toEqual([2]);
  });

  test('that say nothing in any row are left out', () => {
    expectTwenty(
      `id,a,,b,species,Unnamed: 32\n${twenty((row, a, b) => `${row},${a},NA,${b},${species(row)},`)}`,
    );
  });

  test('of measurements with their units are no names of rows', () => {
    for (const unit of ['%', ' kg', '°'])
      expect(() =>
        readCsvVectors(`a,b,kind\n${twenty((row, a, b) => `${a}${unit},${b},${species(row)}`)}`),
      ).toThrow(`line 2, column 1: expected a number, found "0.03${unit}"; write numbers`);
  });

  test('of numbers that are written for the eye are no names of rows', () => {
    expect(() =>
      readCsvVectors(`a;b;kind\n${twenty((row, _, b) => `−${row + 1};${b};${species(row)}`)}`),
    ).toThrow('found "−1"; write numbers as plain as -1234.5');
    for (const spelt of ['’000', "'000.5", '\u202f000', ' 000', '\u00a0000.25'])
      expect(
        () =>
          readCsvVectors(
            `a;b;kind\n${twenty((row, _, b) => `${row + 1}${spelt};${b};${species(row)}`)}`,
          ),
        spelt,
      ).toThrow(/line 2, column 1: expected a number, found ".*"; write numbers as plain as/);
  });

  test('of words beside the labels are refused with what to do', () => {
    const islands = twenty((row, a, b) => `${species(row)},${'xyz'[row % 3]},${a},${b}`);
    expect(() => readCsvVectors(`species,island,a,b\n${islands}`)).toThrow(
      'line 2, column 2: expected a number, found "x"; column 2 has words throughout: leave it out',
    );
    expect(readCsvVectors(`species,island,a,b\n${islands}`, { leftOut: [1] }).shape).toEqual([2]);
  });

  test('of true and false are numbers beside the labels, and labels where there are no others', () => {
    const flags = [
      ['False', 'True'],
      ['FALSE', 'TRUE'],
    ];
    for (const flag of flags) {
      const text = twenty((row, a) => `${a},${flag[row % 2]},${'xyz'[row % 3]}`);
      const { values, classes, notes } = readCsvVectors(`a,is_red,sort\n${text}`);
      expect([...values.slice(0, 4)]).toEqual([features(0)[0], 0, features(1)[0], 1]);
      expect(classes).toEqual(['x', 'y', 'z']);
      expect(notes.at(-1)).toBe('True counts as 1 and false as 0.');
      const labelled = twenty((row, a, b) => `${a},${b},${flag[row % 2]}`);
      expectTwenty(`a,b,is_red\n${labelled}`, flag);
    }
    expect(() =>
      readCsvVectors(
        `a,is_red,sort\n0.5,maybe,x\n${twenty((row, a) => `${a},True,${'xy'[row % 2]}`)}`,
      ),
    ).toThrow('there are words in columns 2 and 3');
  });

  test('have the labels where their name says so', () => {
    expectTwenty(`x,y,cluster\n${twenty((row, a, b) => `${a},${b},${row % 3}`)}`, ['0', '1', '2']);
    expectTwenty(`X,Y,Z\n${twenty((row, a, b) => `${a},${b},${row % 3}`)}`, ['0', '1', '2']);
    expectTwenty(`true_label,a,b\n${twenty((row, a, b) => `${row % 3},${a},${b}`)}`, [
      '0',
      '1',
      '2',
    ]);
    expect(readCsvVectors(`x,y\n${twenty((row, a) => `${a},${row % 2}`)}`).shape).toEqual([1]);
  });

  test('have the labels first or last, whichever looks like labels, or ask', () => {
    const first = (last: (row: number, b: number) => string) =>
      twenty((row, a, b) => `${1 + (row % 3)},${a},${last(row, b)}`);
    expectTwenty(
      first((_, b) => `${b}`),
      ['1', '2', '3'],
    );
    expect(readCsvVectors(first((row) => `${1000 + 13 * row}`)).classes).toEqual(['1', '2', '3']);
    expect(readCsvVectors(first(() => '0')).classes).toEqual(['1', '2', '3']);
    expect(
      readCsvVectors(twenty((row, a, b) => `${row % 2 ? '+1' : '-1'}\t${a}\t${b}`)).classes,
    ).toEqual(['-1', '1']);
    expect(() => readCsvVectors(first((row) => `${row % 4}`))).toThrow(
      'the labels may be in column 1 (1, 2, 3) or in column 3 (0, 1, 2, 3): say which column has',
    );
    for (const last of [7, 0.5])
      expect(() => readCsvVectors(twenty((row, a) => `${a},${row % 3},${last}`))).toThrow(
        'no column looks like labels',
      );
    const binary = twenty((row, a) => `${row % 2},${a},${[10, 20][row % 2]}`);
    expect(() => readCsvVectors(binary)).toThrow('in column 1 (0, 1) or in column 3 (10, 20)');
    const grey = twenty((row, a) => `${[0, 7, 16][row % 3]},${a},${row % 2}`);
    expect(readCsvVectors(grey).classes).toEqual(['0', '1']);
    expect(() => readCsvVectors(twenty((_, a, b) => `${a},${b}`))).toThrow(
      'or name it “label” in a first line, or choose a table of labels with it',
    );
  });

  test('that say the labels once more are left out', () => {
    expectTwenty(
      `a,b,target,name\n${twenty((row, a, b) => `${a},${b},${row % 2},${species(row)}`)}`,
      ['0', '1'],
    );
    expect(() =>
      readCsvVectors(twenty((row, a, b) => `${species(row)},${a},${b},${'xyz'[row % 3]}`)),
    ).toThrow('there are words in columns 1 and 4');
  });

  test('are what the reader says, where that is said', () => {
    const text = twenty((row, a) => `${1 + (row % 3)},${a},${row % 4}`);
    expect(readCsvVectors(text, { label: 0 })).toMatchObject({
      shape: [2],
      classes: ['1', '2', '3'],
    });
    expect(readCsvVectors(text, { label: 2, leftOut: [0] })).toMatchObject({ shape: [1] });
    expect(readCsvVectors(text, { label: 2, hasHeader: true }).labels.length).toBe(19);
  });

  test('are told in sentences', () => {
    const text = `;a;b;species\n${twenty((row, a, b) => `${row};${comma(a)};${comma(b)};${species(row)}`)}`;
    expect(readCsvVectors(text).notes).toEqual([
      'Read with semicolons between cells and decimal commas.',
      'Line 1 names the columns.',
      'The labels are in column 4 (“species”).',
      'Column 1 is left out: it is no feature.',
    ]);
  });
});

/** How a text begins, whether it can be used or not. */
function previewOf(text: string, choice?: LayoutChoice) {
  try {
    return readCsvVectors(text, choice).table;
  } catch (error) {
    return (error as DataError).table;
  }
}

describe('the preview of a CSV', () => {
  const wide = twenty((row, a, b) => `${row},${a},${b},1,2,3,4,5,${species(row)}`);

  test('has the first rows of the first and last columns, and what each was taken for', () => {
    const { table } = readCsvVectors(`,a,b,c,d,e,f,g,species\n${wide}`);
    expect(table).toMatchObject({ hasHeader: true, label: 8, leftOut: [0] });
    expect(table!.columns.map(({ at, name, role }) => [at, name, role])).toEqual([
      [0, '', 'left out'],
      [1, 'a', 'feature'],
      [2, 'b', 'feature'],
      [3, 'c', 'feature'],
      [4, 'd', 'feature'],
      [7, 'g', 'feature'],
      [8, 'species', 'label'],
    ]);
    expect(table!.columns.at(-1)!.cells).toEqual(['ash', 'elm', 'ash', 'elm']);
  });

  test('has those between them that are no plain numbers, or are left out', () => {
    const line = (row: number, note: string) => `${row / 7},1,2,3,4,5,${note},6,7,${species(row)}`;
    const lines = Array.from({ length: 20 }, (_, row) => line(row, row === 9 ? 'lost' : `${row}`));
    const shown = (choice: LayoutChoice) =>
      previewOf(lines.join('\n'), choice)!.columns.map(({ at }) => at);
    expect(shown({})).toEqual([0, 1, 2, 3, 4, 6, 8, 9]);
    expect(shown({ leftOut: [5, 6] })).toEqual([0, 1, 2, 3, 4, 5, 6, 8, 9]);
  });

  test('comes with a question or a refusal, so that the reader can answer', () => {
    const undecided = previewOf(twenty((row, a) => `${row % 3},${a},${row % 2}`));
    expect(undecided?.label).toBeUndefined();
    expect(undecided?.columns.map(({ role }) => role)).toEqual(['feature', 'feature', 'feature']);
    expect(
      previewOf(`a,b,species\n1,NA,ash\n${twenty((_, a, b) => `${a},${b},ash`)}`),
    ).toMatchObject({
      hasHeader: true,
      label: 2,
    });
  });
});

describe('what the reader says of a CSV', () => {
  test('can be answered where it is asked, since the first rows are there', () => {
    const header = previewOf(`1.5,0.5,oak\n${twenty((row, a, b) => `${a},${b},${species(row)}`)}`);
    expect(header).toMatchObject({ label: 2, decimalMark: '.', separator: ',' });
    expect(header).not.toHaveProperty('hasHeader');
    const doubtful = previewOf(twenty((row) => `"1,${200 + row}",${species(row)}`));
    expect(doubtful!.columns[0]!.cells[0]).toBe('1.2');
    expect(doubtful).not.toHaveProperty('decimalMark');
    const ragged = previewOf('a,b,species\n1,2,ash\n3,elm');
    expect(ragged?.columns.map(({ cells }) => cells)).toEqual([['1'], ['2'], ['ash']]);
  });

  test('is how numbers are written: thousands are set apart by the other mark', () => {
    const text = twenty((row) => `"1,${200 + row}",${species(row)}`);
    expect(readCsvVectors(text, { decimalMark: '.' }).values[1]).toBe(1201);
    expect(readCsvVectors(text, { decimalMark: ',' }).values[1]).toBe(1.201);
    expect(readCsvVectors('1.200;a\n0,5;b', { decimalMark: ',' }).values[0]).toBe(1200);
    expect(() => readCsvVectors('1.25;a\n0,5;b', { decimalMark: ',' })).toThrow(
      'line 1, column 1: expected a number, found "1.25"',
    );
  });

  test('is what lies between cells, also where it is wrong, so that it can be said again', () => {
    const text = twenty((row, a, b) => `${a},${b},${species(row)}`);
    expect(readCsvVectors(text, { separator: ',' }).shape).toEqual([2]);
    expect(() => readCsvVectors(text, { separator: '|' })).toThrow(
      'at least one number and a label',
    );
    expect(previewOf(text, { separator: '|' })).toMatchObject({ separator: '|', width: 1 });
  });
});

describe('the cells of a CSV', () => {
  test('are told by what takes the first records apart, quoted line breaks included', () => {
    for (const separator of ['\t', ';', '|', ' '])
      expectTwenty(twenty((row, a, b) => [a, b, species(row)].join(separator)));
    expectTwenty(`"a\n(cm);x|y",b,label\n${twenty((row, a, b) => `${a},${b},${species(row)}`)}`);
    const dates = ['01/04;02/04;05/04', '03/04;06/04'];
    expect(readCsvVectors(twenty((row, a) => `${a},${dates[row % 2]}`)).classes).toEqual(dates);
    const classes = ['a|b', 'x;y;z\n1'];
    expectTwenty(
      twenty((row, a, b) => `${a},${b},"${classes[row % 2]}"`),
      classes,
    );
  });

  test('may have blanks and numbers in them between tabs, where blanks part no numbers', () => {
    const kinds = ['type 1', 'type 2'];
    const text = twenty((row, a, b) => `tree ${row}\t${a}\t${b}\t${kinds[row % 2]}`);
    expectTwenty(`name\ta\tb\tkind\n${text}`, kinds);
    expectTwenty(text, kinds);
    expectTwenty(`${text.replaceAll('\n', '\t\n')}\t`, kinds);
    expectTwenty(`a\tb\tkind\n${text}`, kinds);
    expectTwenty(
      twenty((row, a, b) => `${a} ${b}\t${row % 2}`),
      ['0', '1'],
    );
    expectTwenty(
      twenty((row, a, b) => `${a}\t${b}\t${row % 3 ? '' : '\t'}${row % 2}`),
      ['0', '1'],
    );
  });

  test('may have decimal commas, one way throughout', () => {
    expectTwenty(
      `a;b;species\n${twenty((row, a, b) => `${comma(a)};${comma(b)};${species(row)}`)}`,
    );
    expectTwenty(twenty((row, a, b) => `${comma(a)}\t${comma(b)}\t${species(row)}`));
    expectTwenty(twenty((row, a, b) => `"${comma(a)}","${comma(b)}",${species(row)}`));
    expect(readCsvVectors(twenty((row, a) => `${comma(a)};${species(row)}`)).shape).toEqual([1]);
    expect(() => readCsvVectors('0,5;1;a\n0.5;1;b\n')).toThrow(
      'line 1 has a decimal comma and line 2 a decimal point',
    );
    expect(() => readCsvVectors('"1,234",5,a\n"2,345",6,b\n')).toThrow('"1,234" may be a thousand');
  });

  test('may have thousands set apart, where a number shows which mark is which', () => {
    const read = (first: string, second: string) => [
      ...readCsvVectors(`${first};a\n${second};b\n${first};a`).values,
    ];
    expect(read('1,234.5', '1,234')).toEqual([1234.5, 1234, 1234.5]);
    expect(read('1.234,5', '1.234')).toEqual([1234.5, 1234, 1234.5]);
    expect(read('1.234.567,5', '0,5')).toEqual([1234567.5, 0.5, 1234567.5]);
  });

  test('of labels are compared by value, codes apart', () => {
    const spelt = ['1', '1.0', '2', '2.00', '2.0e+00', '0003'];
    const { classes } = readCsvVectors(twenty((row, a, b) => `${a},${b},${spelt[row % 6]}`));
    expect(classes).toEqual(['1', '2', '0003']);
  });

  test('that are empty at the end of each line, or all of a line, are none', () => {
    expectTwenty(`a,b,species,\n${twenty((row, a, b) => `${a},${b},${species(row)},`)}`);
    expectTwenty(`a,b,species\n${twenty((row, a, b) => `${a},${b},${species(row)},,\n,,`)}`);
  });

  test('of labels that may stand for missing ones are told', () => {
    const { classes, notes } = readCsvVectors('a,label\n1,x\n2,NA\n3,x');
    expect(classes).toEqual(['NA', 'x']);
    expect(notes.at(-1)).toContain('One class is “NA”: where that says that a label is missing');
  });

  test('that are fewer in the first line are told with what to do', () => {
    expect(() => readCsvVectors(`Trees\n${twenty((row, a, b) => `${a},${b},${row}`)}`)).toThrow(
      'line 1: 1 column where line 2 has 3; what stands above a table is to be taken away',
    );
  });

  test('that are missing are refused with line and column', () => {
    for (const missing of ['NA', 'nan', '?'])
      expect(() => readCsvVectors(`a,b,species\n1,2,x\n3,4,y\n5,${missing},x`)).toThrow(
        `line 4, column 2: expected a number, found "${missing}"; fill missing numbers in`,
      );
  });
});
