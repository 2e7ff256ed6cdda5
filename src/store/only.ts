/** The id of the only one that a statement has `found`, null where there are none or several. */
export const onlyQuery = 'only_one AS MATERIALIZED (SELECT max(id) AS id FROM found HAVING count(*) = 1)';

/** Columns about whatever has the id $3, asked of the only one that was found. */
export function ofOnly(columns: readonly string[]): readonly string[] {
  return columns.map((column) => column.replace(/\$3(?!\d)/g, '(SELECT only_one.id FROM only_one)'));
}
