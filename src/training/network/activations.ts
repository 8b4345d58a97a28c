export type Activation = 'linear' | 'relu' | 'leakyrelu';

/** What each activation multiplies a negative number by; LeakyReLU's is PyTorch's default. */
export const SLOPES: Readonly<Record<Activation, number>> = { linear: 1, relu: 0, leakyrelu: 0.01 };
