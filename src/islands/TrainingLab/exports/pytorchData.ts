import { classesOf, type Dataset, rowsOf } from '#data/dataset.ts';
import { MNIST } from '#data/digits/digitSource.ts';
import type { DataSource } from '#data/sources/registry.ts';

/** What a script trains on, and how it comes by that. */
export interface PytorchData {
  readonly height: number;
  readonly width: number;
  /** The labels that come, ascending. */
  readonly known: readonly number[];
  /** How many samples there are of these labels. */
  samplesOf(labels: readonly number[]): number;
  /** In the heading: "triplet loss, on MNIST digits". */
  readonly told: string;
  /** What is installed, and imported, besides PyTorch. */
  readonly installs: string;
  readonly imports: string;
  /** Lines that define where the data come from. */
  readonly definition: string;
  /** Lines that set images, labels, held_out and held_out_labels. */
  readonly loading: string;
}

/** As many digits as the script trains on, of ten classes in like numbers. */
const DIGITS_TRAINED_ON = 8000;

const DIGITS: PytorchData = {
  height: MNIST.height,
  width: MNIST.width,
  known: [...MNIST.classes.keys()],
  samplesOf: ({ length }) => (DIGITS_TRAINED_ON * length) / MNIST.classes.length,
  told: 'MNIST digits',
  installs: 'torch torchvision pytorch-metric-learning',
  imports: 'from torchvision import datasets\n',
  definition: `

def digits(train, count):
    data = datasets.MNIST("data", train=train, download=True)
    images = data.data[:count].float().div(255).unsqueeze(1)
    return images.to(DEVICE), data.targets[:count].to(DEVICE)

`,
  loading: `images, labels = digits(train=True, count=${DIGITS_TRAINED_ON})
held_out, held_out_labels = digits(train=False, count=2000)
`,
};

/** Where the lab saves the reader's own data, for the script. */
export const OWN_DATA_FILE = 'data.npy';

function ownData(data: Dataset): PytorchData {
  const { height, width, training, heldOut } = data;
  const isBytes = training.images instanceof Uint8Array;
  return {
    ...{ height, width, known: classesOf(data) },
    samplesOf: (labels) => rowsOf(training.labels, labels).length,
    told: `the samples of ${OWN_DATA_FILE}, which the lab saves beside this script`,
    installs: 'torch numpy pytorch-metric-learning',
    imports: '',
    definition: `
HELD_OUT = ${heldOut.labels.length}  # rows at the end


def samples(rows):
    """A row has the numbers of a sample, and its label."""
    values = torch.from_numpy(rows).to(DEVICE)
    images = values[:, :-1]${isBytes ? '.div(255)' : ''}.reshape(-1, 1, ${height}, ${width})
    return images, values[:, -1].long()

`,
    loading: `rows = numpy.load("${OWN_DATA_FILE}")
images, labels = samples(rows[:-HELD_OUT])
held_out, held_out_labels = samples(rows[-HELD_OUT:])
`,
  };
}

/** The reader's own data, where these are what the lab trains on. */
export const ownDataset = ({ reference }: Pick<DataSource, 'reference'>): Dataset | undefined =>
  reference.source === 'own' ? reference.data : undefined;

/** What a script trains on where the lab trains on this. */
export function pytorchData(source: Pick<DataSource, 'reference'>): PytorchData {
  const own = ownDataset(source);
  return own ? ownData(own) : DIGITS;
}
