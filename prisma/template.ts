// Makes the migrated, empty database folder that a first start copies in place of a slow and hungry initdb. It is git-ignored, about 40 MB,
// and made anew at every installation, so that it always fits the embedded database that is installed.
import { mkdtempSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { templateFolder } from '../src/store/data-folder.ts';
import { openStore } from '../src/store/open.ts';

const work = mkdtempSync(join(dirname(templateFolder), 'template-'));
try {
  rmSync(templateFolder, { recursive: true, force: true });
  const { close } = await openStore({ data: work }, { template: false, durable: false });
  await close();
  renameSync(join(work, 'pg'), templateFolder);
} catch (error) {
  process.stderr.write(`No template of the database could be made, so a first start will take some seconds longer: ${error}\n`);
} finally {
  rmSync(work, { recursive: true, force: true });
}
