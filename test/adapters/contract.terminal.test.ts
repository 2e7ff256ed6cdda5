import { adapterContract } from './contract.ts';
import { terminal } from './seats/terminal.ts';

adapterContract('the terminal', terminal, {
  'nobody else reads along': 'a terminal has one reader, so it offers nothing to share',
  'an answer stands below what was pressed': 'a terminal scrolls: what was written stays',
  'an outdated form is filled in anew': 'the form is over, and what was typed stands above on the screen',
  'a form that was sent is gone': 'the prompt stands at the next command: nothing is left that could be sent',
  'a form is asked field by field': 'a terminal has no forms but questions one after the other',
  'what an older version wrote is read as a line': 'buttons are lines to type here, and an unknown line is a question',
  'nobody has to set it up': 'the operator is a coordinator from the start',
  'nobody visits': 'whoever sits at the terminal owns the database',
});
