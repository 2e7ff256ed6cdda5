import { sayMistakes } from '../../src/plan/mistake.ts';
import { readPlan } from '../../src/plan/read-plan.ts';

/** What is wrong with a file, as a terminal shows it. */
export function wrong(text: string): string[] {
  const reading = readPlan(text, { file: 'p.yaml' });
  return 'mistakes' in reading ? sayMistakes(reading.mistakes) : [];
}

/** A file with one milestone of this date. */
export function dated(when: string): string {
  return `source: s\nmilestones:\n  - id: m1\n    when: ${when}\n    text: a\n`;
}
