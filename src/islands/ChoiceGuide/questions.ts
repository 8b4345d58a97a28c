/** What the guide asks, and what may be answered. */
export interface Answers {
  readonly labels: 'yes' | 'no';
  readonly noise: 'clean' | 'noisy';
  readonly classes: 'few' | 'many';
  readonly samples: 'one' | 'few' | 'many';
  readonly batch: 'small' | 'medium' | 'large';
  readonly space: 'plane' | 'some' | 'many';
  readonly use: 'retrieval' | 'verification';
  readonly start: 'fresh' | 'trained';
}

export type QuestionName = keyof Answers;

interface Option<T> {
  readonly value: T;
  readonly label: string;
}

interface Question<T> {
  /** As it is asked. */
  readonly text: string;
  readonly initial: T;
  readonly options: readonly Option<T>[];
}

type Questions = { readonly [K in QuestionName]: Question<Answers[K]> };

export const QUESTIONS: Questions = {
  labels: {
    text: 'Are there labels?',
    initial: 'yes',
    options: [
      { value: 'yes', label: 'yes' },
      { value: 'no', label: 'no' },
    ],
  },
  noise: {
    text: 'Are they right?',
    initial: 'clean',
    options: [
      { value: 'clean', label: 'nearly all' },
      { value: 'noisy', label: 'many are wrong' },
    ],
  },
  classes: {
    text: 'How many classes?',
    initial: 'many',
    options: [
      { value: 'few', label: 'up to 32' },
      { value: 'many', label: 'more' },
    ],
  },
  samples: {
    text: 'Samples of each?',
    initial: 'many',
    options: [
      { value: 'one', label: 'one' },
      { value: 'few', label: '2 to 9' },
      { value: 'many', label: '10 or more' },
    ],
  },
  batch: {
    text: 'How large a batch, B?',
    initial: 'medium',
    options: [
      { value: 'small', label: '32' },
      { value: 'medium', label: '128' },
      { value: 'large', label: '1,000 or more' },
    ],
  },
  space: {
    text: 'How many dimensions?',
    initial: 'many',
    options: [
      { value: 'plane', label: '2 or 3' },
      { value: 'some', label: '16 to 64' },
      { value: 'many', label: '128 or more' },
    ],
  },
  use: {
    text: 'What for?',
    initial: 'retrieval',
    options: [
      { value: 'retrieval', label: 'retrieval' },
      { value: 'verification', label: 'verification' },
    ],
  },
  start: {
    text: 'The network is',
    initial: 'fresh',
    options: [
      { value: 'fresh', label: 'fresh' },
      { value: 'trained', label: 'trained before' },
    ],
  },
};

export const QUESTION_NAMES = Object.keys(QUESTIONS) as QuestionName[];
