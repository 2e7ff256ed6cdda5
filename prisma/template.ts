// Makes the migrated, empty database folder that a first start copies in place of a slow and hungry initdb. It is git-ignored, about 26 MB,
// and made anew at every installation, so that it always fits the embedded database that is installed.
import { mkdtempSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { templateFolder } from '../src/store/database/data-folder.ts';
import { openStore } from '../src/store/open.ts';
import type { RunStatements } from '../src/store/statements.ts';

/** PostgreSQL's own templates: nobody makes another database here, and they are half of the files. */
async function dropSpares(statements: RunStatements): Promise<void> {
  for (const spare of ['template0', 'template1']) {
    await statements(`UPDATE pg_database SET datistemplate = false WHERE datname = '${spare}'`);
    await statements(`DROP DATABASE ${spare}`);
  }
}

const work = mkdtempSync(join(dirname(templateFolder), 'template-'));
try {
  rmSync(templateFolder, { recursive: true, force: true });
  const { statements, close } = await openStore({ data: work }, { template: false, durable: false });
  await dropSpares(statements);
  await close();
  renameSync(join(work, 'pg'), templateFolder);
} catch (error) {
  process.stderr.write(`No template of the database could be made, so a first start will take some seconds longer: ${error}\n`);
} finally {
  rmSync(work, { recursive: true, force: true });
}
