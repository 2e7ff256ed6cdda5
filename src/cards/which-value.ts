import { type Button, type Card, card } from '../chat/card.ts';
import type { ShownProblem } from '../chat/command.ts';
import type { Words } from '../text/words.ts';
import { carried } from './carried.ts';

/** Values to choose from, under the words that people read, and what choosing one invokes. */
type Choosing<V extends string> = {
  readonly values: readonly V[];
  readonly labels: Readonly<Record<V, string>>;
  readonly command: string;
  readonly options: (value: V) => Readonly<Record<string, string | undefined>>;
};

/** Says that what was typed is none of the values, and offers each of them, with whatever else was typed. */
export function valueUnknown<V extends string>(said: string, choosing: Choosing<V>): ShownProblem {
  const { values, labels } = choosing;
  return {
    problem: { code: 'value-unknown', params: { said, choices: values.map((value) => labels[value]).join(', ') } },
    blocks: [],
    buttons: valueButtons(choosing),
  };
}

/** Asks which of the values is meant. */
export function whichValueCard<V extends string>(choosing: Choosing<V>, words: Words): Card {
  return card(words, { title: words.surface.whichValue, buttons: valueButtons(choosing) });
}

function valueButtons<V extends string>({ values, labels, command, options }: Choosing<V>): readonly Button[] {
  return values.map((value) => ({ kind: 'act', label: labels[value], invoke: carried(command, options(value)) }));
}
