/** Which page is read of the rows of a table: after $3 of them, at most $4; the last one where there are no longer so many. */
export const pageQuery = (rows: string): string =>
  `page AS MATERIALIZED (SELECT total, least($3::int, (greatest(total, 1) - 1) / $4::int * $4::int) AS skip FROM (SELECT count(*)::int AS total FROM ${rows}) AS counted)`;

export const pageBounds = 'OFFSET (SELECT page.skip FROM page) LIMIT $4::int';

export const pageColumns: readonly string[] = ['(SELECT page.skip FROM page) AS skip', '(SELECT page.total FROM page) AS total'];
