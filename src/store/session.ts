/**
 * How every session plans, so that the reading statements stay quick however long the record grows and whether or not it was analysed lately:
 * one plan serves all readers, it is not compiled, and a scan can be ended by its limit, which one by bitmap cannot.
 */
export const planning = ['plan_cache_mode=force_generic_plan', 'jit=off', 'enable_bitmapscan=off'];

/** Settings as PostgreSQL's command line takes them. */
export function asArguments(settings: readonly string[]): string[] {
  return settings.flatMap((setting) => ['-c', setting]);
}
