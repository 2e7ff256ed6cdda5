import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';

/** A program's own arguments; undefined where one is not known to it, or a flag lacks its value or has one too many. */
export function readArguments<const T extends ParseArgsOptionsConfig>(args: readonly string[], options: T) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch {
    return undefined;
  }
}

/** The one argument of a program that takes nothing else; undefined for none, more, or a flag. */
export function onlyArgument(args: readonly string[]): string | undefined {
  const [argument, ...more] = readArguments(args, {})?.positionals ?? [];
  return more.length === 0 ? argument : undefined;
}
