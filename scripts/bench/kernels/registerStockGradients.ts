import { registerHooks } from 'node:module';

/**
 * Registers the gradients of TensorFlow.js' own ops. They come as modules that name their
 * neighbours without an extension, as bundlers take it and Node does not.
 */
export async function registerStockGradients(): Promise<void> {
  const hooks = registerHooks({
    resolve(specifier, context, nextResolve) {
      const isNeighbour =
        specifier.startsWith('.') && context.parentURL?.includes('@tensorflow/tfjs-core/dist');
      return nextResolve(
        isNeighbour && !specifier.endsWith('.js') ? `${specifier}.js` : specifier,
        context,
      );
    },
  });
  await import('@tensorflow/tfjs-core/dist/register_all_gradients.js');
  hooks.deregister();
}
