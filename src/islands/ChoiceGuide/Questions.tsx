import { type ReadonlySignal, useComputed } from '@preact/signals';
import { Segmented } from '#kit/controls/Segmented.tsx';
import { isIdle } from './advice.ts';
import { type Answers, QUESTION_NAMES, QUESTIONS, type QuestionName } from './questions.ts';

interface QuestionsProps {
  readonly answers: ReadonlySignal<Answers>;
  readonly ready: ReadonlySignal<boolean>;
  set(change: Partial<Answers>): void;
}

/** Everything that is asked. What makes no difference beside the other answers says so. */
export const Questions = (props: QuestionsProps) => (
  <>
    {QUESTION_NAMES.map((name) => (
      <Question key={name} name={name} {...props} />
    ))}
  </>
);

function Question({ name, answers, ready, set }: QuestionsProps & { readonly name: QuestionName }) {
  const { text, options } = QUESTIONS[name];
  const idle = useComputed(() => isIdle(name, answers.value));
  return (
    <div class="question" data-idle={idle}>
      <span aria-hidden="true">{text}</span>
      <span class="no-matter">{useComputed(() => (idle.value ? 'no matter' : ''))}</span>
      <Segmented<string>
        legend={text}
        name={name}
        options={options}
        value={useComputed(() => answers.value[name])}
        ready={ready}
        set={(value) => set({ [name]: value })}
      />
    </div>
  );
}
