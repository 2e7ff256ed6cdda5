import type { Plan } from '../../src/core/plan.ts';
import { openStore } from '../../src/store/open.ts';

// Opens the record of a folder and loads a large plan into it, saying when it begins; somebody else ends it in the middle.

const [data = ''] = process.argv.slice(2);
const { store } = await openStore({ data });
const milestones: Plan['milestones'] = Array.from({ length: 4000 }, (_, index) => ({
  id: `m${index + 1}`,
  when: { kind: 'year', year: 2022 },
  text: 'A milestone.',
  dependsOn: [],
}));
const plan: Plan = { source: 's', milestones, topics: [], groups: [], confirmations: [] };
process.stdout.write('begun\n');
await store.loadFirst(plan, { account: 'terminal:operator', at: new Date('2022-03-15T12:00:00.000Z'), key: 'first plan' });
process.stdout.write('done\n');
