import { execFileSync } from 'node:child_process';

export interface Torch {
  /** The Python to run. */
  readonly python: string;
  readonly versions: Readonly<Record<string, string>>;
}

/** OpenBLAS tells its version where it is what PyTorch multiplies with; MKL stands in the build's. */
const ASK = `
import ctypes, json, re, torch
def blas():
    told = re.search(r"Math Kernel Library Version [0-9.]+", torch.__config__.show())
    if told: return told.group(0)
    try:
        config = ctypes.CDLL("libblas.so.3").openblas_get_config
        config.restype = ctypes.c_char_p
        return config().decode()
    except (OSError, AttributeError):
        return "not known"
print(json.dumps({"torch": torch.__version__, "its BLAS": blas()}))
`;

/** A Python that has PyTorch: the one that PYTHON names, else the system's. None is no error. */
export function findTorch(): Torch | undefined {
  const named = process.env['PYTHON'];
  for (const python of [...(named ? [named] : []), 'python3', '/usr/bin/python3', 'python']) {
    try {
      const told = execFileSync(python, ['-c', ASK], {
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
      });
      return { python, versions: JSON.parse(told) };
    } catch {
      // Not there, or without PyTorch: perhaps the next one has it.
    }
  }
  return undefined;
}
