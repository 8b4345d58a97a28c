export { activateRows, activationGradient } from './activation';
export { multiplyAddCeiling } from './ceiling';
export {
  convolution,
  convolutionFilterGradient,
  convolutionInputGradient,
  convolutionScratch,
} from './convolution';
export { matMul, matMulScratch } from './matMul';
export { maxPool, maxPoolGradient } from './pooling';
export { adam, sgd } from './update';
