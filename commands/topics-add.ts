import { z } from 'zod';
import { topicForm } from '../src/cards/topics.ts';
import { formCommand } from '../src/chat/command.ts';
import { isFieldProblem, readEntries } from '../src/chat/entries.ts';
import { textOption } from '../src/chat/option.ts';
import { recordTopic } from './parts/topics-form.ts';
import { readTopic } from './parts/which-topic.ts';

export default formCommand({
  name: 'topics add',
  listed: false,
  permission: 'coordinator',
  options: z.object({ text: textOption(1000) }),
  opens: () => 'form',
  read: ({ store, sender }) => readTopic({ store, sender, options: {} }),
  form: ({ options, words }) => topicForm('topics add', undefined, words, options.text),
  blank: (words, { text }) => topicForm('topics add', undefined, words, text),
  async submit(context) {
    const entries = readEntries(topicForm('topics add', undefined, context.words), context.fields);
    if (isFieldProblem(entries)) return entries;
    const { text = '', why = '' } = entries;
    return recordTopic(context, { act: 'topic added', version: 0, text, why });
  },
});
