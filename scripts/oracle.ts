/**
 * `npm run -s oracle -- FILE...`: holds the metric library against reference cases computed by other
 * people's implementations. A line for each failing case; last the counts.
 */
import { readFileSync } from 'node:fs';
import { checkCase } from '#oracle/checkCase.ts';
import { readCases } from '#oracle/oracleCase.ts';

const files = process.argv.slice(2);
let passed = 0;
let failed = 0;
let inexpressible = 0;

const fail = (what: string, why: string) => {
  failed++;
  console.log(`FAILED ${what}: ${why}`);
};

if (files.length === 0) fail('arguments', 'name at least one file of reference cases');
for (const file of files) {
  try {
    for (const oracleCase of readCases(readFileSync(file, 'utf8'))) {
      const { differences, inexpressible: reason } = checkCase(oracleCase);
      if (reason) {
        inexpressible++;
        console.log(`INEXPRESSIBLE ${oracleCase.id}: ${reason}`);
      } else if (differences.length === 0) passed++;
      else
        fail(
          oracleCase.id,
          differences.slice(0, 3).join('; ') +
            (differences.length > 3 ? `; and ${differences.length - 3} more` : ''),
        );
    }
  } catch (error) {
    fail(file, error instanceof Error ? error.message : String(error));
  }
}
process.exitCode = failed > 0 ? 1 : 0;
console.log(`${passed} passed, ${failed} failed, ${inexpressible} inexpressible`);
