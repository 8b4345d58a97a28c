import { checkers } from './checkers.ts';
import { Comparison, type Findings } from './findings.ts';
import type { OracleCase } from './oracleCase.ts';

/** Runs one case. Whatever goes wrong in it is a difference of that case, never a crash of the run. */
export function checkCase(oracleCase: OracleCase): Findings {
  const comparison = new Comparison();
  const check = checkers.get(oracleCase.category);
  if (!check) return { differences: [`no check for the category "${oracleCase.category}"`] };
  try {
    const inexpressible = check(comparison, oracleCase);
    if (inexpressible) return { differences: [], inexpressible };
    if (comparison.compared === 0) return { differences: ['nothing in it was compared'] };
    return comparison;
  } catch (error) {
    return { differences: [`${error}`] };
  }
}
