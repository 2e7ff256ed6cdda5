/** A command with its options: what a typed line, a button, a menu and a form all come down to. Only ids and short words travel in it. */
export type Invocation = {
  readonly command: string;
  readonly options: Readonly<Record<string, string>>;
  /** The answer is posted for everybody in the place, with the sharer named. */
  readonly shared?: true;
};

/** The first character of every encoded invocation; a later format gets another one. */
const version = '1';

const unsafe = /[%|=\s]/g;

function protect(text: string): string {
  return text.replace(unsafe, (character) => encodeURIComponent(character));
}

function restore(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Writes an invocation as text that a platform can carry and give back: `1|milestone show|milestone=m3`. */
export function encodeInvocation(invocation: Invocation): string {
  const options = Object.entries(invocation.options).map(([name, value]) => `${protect(name)}=${protect(value)}`);
  const mark = invocation.shared === true ? `${version}!` : version;
  return [mark, invocation.command, ...options].join('|');
}

/** As long as an invocation may be so that every platform carries it, in a menu too. */
const longestCarried = 90;

/** Whether a button carries it on every platform. */
export function isCarried(invocation: Invocation): boolean {
  return encodeInvocation(invocation).length <= longestCarried;
}

/** Reads an encoded invocation back; undefined for what this version did not write, such as a button from an older one. */
export function decodeInvocation(text: string): Invocation | undefined {
  const [mark, command, ...pairs] = text.split('|');
  if ((mark !== version && mark !== `${version}!`) || command === undefined || command === '') return undefined;
  const options = Object.fromEntries(
    pairs.map((pair) => {
      const cut = pair.indexOf('=');
      return [restore(pair.slice(0, cut)), restore(pair.slice(cut + 1))];
    }),
  );
  return mark === version ? { command, options } : { command, options, shared: true };
}
