import type { Comparison } from './findings.ts';
import type { OracleCase } from './oracleCase.ts';

/** Compares this project's answers with a case's. Returns a reason when a case cannot be expressed. */
export type Check = (comparison: Comparison, oracleCase: OracleCase) => string | undefined;
