import { proxyNca as evaluate } from '../proxies/proxyNca.ts';
import { pythonFloat } from '../pythonFloat.ts';
import { overClassVectors } from './overClassVectors.ts';
import { scale } from './parameters.ts';

/**
 * Proxy-NCA (Movshovitz-Attias et al. 2017) as pytorch-metric-learning has it: on the sphere it is the
 * normalised softmax at twice the scale.
 */
export const proxyNca = overClassVectors({
  name: 'proxy-nca',
  label: 'Proxy-NCA',
  about:
    'A softmax over minus the squared distances to one learned proxy for each class, all of length 1.',
  parameters: { scale },
  usual: { scale: 8 },
  evaluate: (samples, proxies, { scale }) => evaluate(samples, proxies, { scale }),
  rest: (_, classes) => ({ name: 'ln C', height: Math.log(classes) }),
  pytorch: ({ scale }) => ({
    constants: `SCALE = ${pythonFloat(scale)}  # of squared distances`,
    loss: 'losses.ProxyNCALoss(\n    softmax_scale=SCALE,',
  }),
});
