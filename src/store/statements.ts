import type pg from 'pg';

/** Runs the statements of a library that keeps tables of its own beside the record; several in one text answer all their rows, in their order. */
export type RunStatements = (text: string, values?: unknown[]) => Promise<{ rows: unknown[] }>;

/** Over the one pool, since a second way into the embedded database would end up inside whatever transaction is open there. */
export function statementsOver(pool: pg.Pool): RunStatements {
  return async (text, values = []) => {
    const client = await pool.connect();
    let broken = false;
    try {
      // Only a text without values may hold several statements.
      const answered: pg.QueryResult | pg.QueryResult[] = await (values.length === 0 ? client.query(text) : client.query(text, values));
      return { rows: [answered].flat().flatMap(({ rows }) => rows) };
    } catch (error) {
      await client.query('ROLLBACK').catch(() => {
        broken = true;
      });
      throw error;
    } finally {
      client.release(broken);
    }
  };
}
