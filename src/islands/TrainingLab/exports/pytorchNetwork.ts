import { lookUp } from '#metric/lookUp.ts';
import { LEAK } from '#training/network/layersModel.ts';

type NetworkName = 'mlp' | 'small-conv' | 'reference-conv';

/** The layers in PyTorch's terms, from images [B, 1, 28, 28]; strides and padding as TensorFlow has them. */
const networks: ReadonlyMap<NetworkName, (dims: number) => string> = new Map<
  NetworkName,
  (dims: number) => string
>([
  [
    'mlp',
    (dims) => `    nn.Flatten(),
    nn.Linear(784, 256), nn.ReLU(),
    nn.Linear(256, 128), nn.ReLU(),
    nn.Linear(128, ${dims}),`,
  ],
  [
    'small-conv',
    // With stride 2, "same" padding of an even side has its odd pixel below and to the right.
    (dims) => `    nn.ZeroPad2d((1, 2, 1, 2)), nn.Conv2d(1, 8, 5, stride=2), nn.ReLU(),
    nn.ZeroPad2d((0, 1, 0, 1)), nn.Conv2d(8, 16, 3, stride=2), nn.ReLU(),
    nn.Flatten(),
    nn.Linear(16 * 7 * 7, 64), nn.ReLU(),
    nn.Linear(64, ${dims}),`,
  ],
  [
    'reference-conv',
    (dims) => `    nn.Conv2d(1, 32, 3, padding=1), nn.LeakyReLU(${LEAK}),
    nn.Conv2d(32, 32, 3, padding=1), nn.LeakyReLU(${LEAK}),
    nn.MaxPool2d(2),
    nn.Conv2d(32, 48, 3, padding=1), nn.LeakyReLU(${LEAK}),
    nn.Conv2d(48, 48, 3, padding=1), nn.LeakyReLU(${LEAK}),
    nn.MaxPool2d(2),
    nn.Flatten(),
    nn.Linear(48 * 7 * 7, 64), nn.LeakyReLU(${LEAK}),
    nn.Linear(64, ${dims}),`,
  ],
]);

/** A network of ours for digits, as the layers of an nn.Sequential. Throws on unknown names. */
export const pytorchLayers = (network: NetworkName, dims: number): string =>
  lookUp(networks, 'network', network)(dims);
