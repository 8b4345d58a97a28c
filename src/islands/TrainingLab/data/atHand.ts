import { type DataSource, sources } from '#data/sources/registry.ts';
import { DEFAULT_CONFIG, type TrainingConfig } from '#training/settings/table.ts';

type Beginning = Pick<TrainingConfig, 'data' | 'weights'>;

/** What a link or a file asks a run to begin with that only its sender has, and what is here instead. */
export interface Missing {
  readonly instead: Partial<Beginning>;
  /** In sentences. */
  readonly problem: string;
}

const OWN =
  'The run of this link was trained on files of its sender, which are not here: choose files of your own under “Data and augmentation”, or train on the digits.';
const SAVED =
  'The run of this link began with a network that its sender had: here it begins from its seed, unless you open one under “Files”.';

/** What settings ask for that is not at hand; undefined when all is. */
export function missingFrom(
  { data, weights }: Beginning,
  { reference: { source } }: Pick<DataSource, 'reference'>,
  hasSaved: boolean,
): Missing | undefined {
  const elsewhere = data === 'own' ? OWN : sources.get(data)?.elsewhere;
  const lacksData = data !== source && elsewhere !== undefined;
  const lacksWeights = weights === 'saved' && !hasSaved;
  if (!lacksData && !lacksWeights) return undefined;
  return {
    instead: {
      ...(lacksData && { data: source }),
      ...(lacksWeights && { weights: DEFAULT_CONFIG.weights }),
    },
    problem: [lacksData && elsewhere, lacksWeights && SAVED].filter(Boolean).join(' '),
  };
}
