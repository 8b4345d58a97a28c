/**
 * The import rules: pages -> components -> islands -> kit -> metric, islands -> training ->
 * metric; never up, never sideways between islands.
 */
const folder = (name) => `^src/${name}/`;

/** Each folder of src with the folders of src that it may import besides itself. */
const mayImport = {
  metric: [],
  data: [],
  formulas: [],
  kernels: [],
  kit: ['metric'],
  training: ['metric', 'data', 'kernels'],
  islands: ['kit', 'training', 'data', 'metric'],
};

module.exports = {
  forbidden: [
    ...Object.entries(mayImport).map(([name, below]) => ({
      name: `${name}-imports-only-downwards`,
      severity: 'error',
      from: { path: folder(name), pathNot: '\\.test\\.tsx?$' },
      to: { path: '^(src|content|tests|scripts)/', pathNot: [name, ...below].map(folder) },
    })),
    {
      name: 'no-island-imports-another',
      severity: 'error',
      from: { path: '^src/islands/([^/]+)/' },
      to: { path: '^src/islands/', pathNot: '^src/islands/$1/' },
    },
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-unresolved',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^astro(?:[:/]|$)|\\?url$' },
    },
    {
      name: 'page-loads-tensorflow-only-in-the-worker',
      comment: 'TensorFlow.js is loaded when a run starts, never with the page.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(training|kernels)/' },
      to: { path: '^node_modules/@tensorflow/' },
    },
    {
      name: 'no-katex-for-the-reader',
      severity: 'error',
      from: { path: '^src/(islands|kit|training|metric|data)/' },
      to: { path: '^node_modules/katex/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    // The kernels' source is AssemblyScript, which has a compiler of its own.
    exclude: { path: '\\?(url|worker)|^src/kernels/assembly/' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { extensions: ['.ts', '.tsx', '.mjs', '.js'] },
  },
};
