import { classSoftmax } from '../proxies/classSoftmax.ts';
import { furtherAngle } from '../proxies/ownLogit.ts';
import { pythonFloat } from '../pythonFloat.ts';
import { overClassVectors } from './overClassVectors.ts';
import { angularMargin, scale } from './parameters.ts';

/**
 * ArcFace (Deng et al. 2019): normalised softmax with cos(θ + m) for the own class, the margin in
 * radians (pytorch-metric-learning takes degrees); beyond θ + m = π it is cos θ − m sin m, as there.
 * At rest in one direction the own cosine is cos m, those with the others 1.
 */
export const arcFace = overClassVectors({
  name: 'arc-face',
  label: 'ArcFace',
  about:
    'A softmax over the cosines with one learned vector for each class, the angle to the own one widened by a margin.',
  parameters: { scale, angularMargin },
  evaluate: (samples, vectors, { scale, angularMargin }) =>
    classSoftmax(samples, vectors, { scale, ownCosine: furtherAngle(angularMargin) }),
  rest: ({ scale, angularMargin }, classes) => ({
    name: 'ln(1 + (C − 1)e^(s(1 − cos m)))',
    height: Math.log1p((classes - 1) * Math.exp(scale * (1 - Math.cos(angularMargin)))),
  }),
  pytorch: ({ scale, angularMargin }) => ({
    constants: `SCALE, ANGULAR_MARGIN = ${pythonFloat(scale)}, ${pythonFloat(angularMargin)}  # in radians`,
    defined: `class ArcFace(losses.ArcFaceLoss):
    def get_angles(self, cosines):
        # At a cosine of 1, which float32 reaches, the slope of acos is infinite.
        return super().get_angles(cosines.clamp(-1 + 1e-6, 1 - 1e-6))


`,
    loss: 'ArcFace(\n    scale=SCALE,\n    margin=ANGULAR_MARGIN * 180 / torch.pi,',
  }),
});
