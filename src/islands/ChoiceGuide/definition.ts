import { toCsv } from '#kit/files/csv.ts';
import { choiceSetting, type Settings } from '#kit/figure/settings.ts';
import type { FigureDefinition } from '#kit/figure/useFigure.ts';
import { type Advice, adviceFor, adviceInWords, KINDS } from './advice.ts';
import { type Answers, QUESTION_NAMES, QUESTIONS } from './questions.ts';

export const definition = {
  name: 'ChoiceGuide',
  settings: Object.fromEntries(
    QUESTION_NAMES.map((name) => {
      const { initial, options } = QUESTIONS[name];
      return [
        name,
        choiceSetting<string>(
          initial,
          options.map(({ value }) => value),
        ),
      ];
    }),
  ) as unknown as Settings<Answers>,
  terms: {},
  measure: adviceFor,
  slotTexts: () => ({}),
  spoken: (_, advice) => `${adviceInWords(advice)}.`,
  csv: (_, advice) =>
    toCsv(
      ['kind', 'advice', 'why', 'source'],
      KINDS.map(({ name, label }) => {
        const { advice: take, why, source = '' } = advice[name];
        return [label, take, why, source];
      }),
    ),
} as const satisfies FigureDefinition<Answers, Advice>;
