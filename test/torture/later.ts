// Loaded before the bot: its machine's clock runs as many milliseconds ahead as the address of this module says. The lives of a tortured bot lie
// minutes apart for it, so that what a kill broke off is looked at in the next life, while the run itself waits for nothing.
const ahead = Number(new URL(import.meta.url).searchParams.get('by'));

globalThis.Date = new Proxy(Date, {
  construct: (date, given, asked) => Reflect.construct(date, given.length === 0 ? [date.now() + ahead] : given, asked),
  get: (date, name) => (name === 'now' ? () => date.now() + ahead : Reflect.get(date, name)),
});
