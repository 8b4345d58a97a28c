export { activateRows, activationGradient } from './activation';
export { multiplyAddCeiling } from './ceiling';
export { convolution, convolutionScratch } from './convolution';
export { convolutionFilterGradient } from './filterGradient';
export { convolutionInputGradient } from './inputGradient';
export { matMul, matMulScratch } from './matMul';
export { maxPool, maxPoolGradient } from './pooling';
export { adam, sgd } from './update';
