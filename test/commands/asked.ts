import { oneShot } from '../../src/adapters/terminal/one-shot.ts';
import type { TestHouse } from '../support/house.ts';

type Asking = { readonly as?: string; readonly fields?: Readonly<Record<string, string>>; readonly language?: 'en' | 'fr' };

/** What the terminal prints for a typed line, white space folded, so that only the words count. */
export async function asked(house: TestHouse, line: string, { as = 'terminal:operator', fields = {}, language = 'en' }: Asking = {}): Promise<string> {
  const reader = { account: as, zone: 'UTC', language };
  const { output, error } = await oneShot({ words: line.split(' '), flags: { json: false, fields }, reader, columns: 200, colours: false }, house.doors);
  return `${output}${error}`.replace(/\s+/g, ' ');
}
