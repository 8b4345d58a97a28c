import { classSoftmax } from '../proxies/classSoftmax.ts';
import { lessCosine } from '../proxies/ownLogit.ts';
import { pythonFloat } from '../pythonFloat.ts';
import { overClassVectors } from './overClassVectors.ts';
import { cosineMargin, scale } from './parameters.ts';

/** CosFace (Wang et al. 2018, also AM-Softmax): normalised softmax with cos θ − m for the own class. */
export const cosFace = overClassVectors({
  name: 'cos-face',
  label: 'CosFace',
  about:
    'A softmax over the cosines with one learned vector for each class, the own one less a margin.',
  parameters: { scale, cosineMargin },
  evaluate: (samples, vectors, { scale, cosineMargin }) =>
    classSoftmax(samples, vectors, { scale, ownCosine: lessCosine(cosineMargin) }),
  rest: ({ scale, cosineMargin }, classes) => ({
    name: 'ln(1 + (C − 1)e^(sm))',
    height: Math.log1p((classes - 1) * Math.exp(scale * cosineMargin)),
  }),
  pytorch: ({ scale, cosineMargin }) => ({
    constants: `SCALE, COSINE_MARGIN = ${pythonFloat(scale)}, ${pythonFloat(cosineMargin)}`,
    loss: 'losses.CosFaceLoss(\n    scale=SCALE,\n    margin=COSINE_MARGIN,',
  }),
});
