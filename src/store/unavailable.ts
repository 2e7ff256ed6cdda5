import { StoreUnavailable } from '../core/store.ts';

/** Node's codes for a connection that cannot be made or breaks, PostgreSQL's for one that it refuses, of whomever and whyever, or ends, and Prisma's for both and for time run out. */
const codes =
  /^(E(CONN|HOST|NET|PIPE|TIMEDOUT|AI_AGAIN|NOTFOUND)\w*|08\w{3}|53\w{3}|57P0\d|57014|55P03|25P03|55000|28\w{3}|3D000|P1001|P1002|P1008|P1011|P1017|P2024|P2028)$/;

/** The driver gives its own impatience no code, and Prisma puts PostgreSQL's code into its words. */
const sayings =
  /timeout exceeded when trying to connect|Query read timeout|Connection terminated|Code: `(08\w{3}|53\w{3}|57P0\d|57014|55P03|25P03|55000|28\w{3}|3D000)`/;

/** Whether the database cannot be reached, or did not answer in time. */
export function isUnavailable(error: unknown): boolean {
  return error instanceof Error && (('code' in error && codes.test(String(error.code))) || sayings.test(error.message));
}

/** Makes a method reject with `StoreUnavailable` where the database is to blame and asking again may help. */
export function guarded<Given extends unknown[], Answer>(method: (...given: Given) => Promise<Answer>): (...given: Given) => Promise<Answer> {
  return async (...given) => {
    try {
      return await method(...given);
    } catch (error) {
      throw isUnavailable(error) ? new StoreUnavailable('The database does not answer.', { cause: error }) : error;
    }
  };
}
