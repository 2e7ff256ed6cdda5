/** The stakeholder groups of the IGF. Youth, parliamentarians and academia count among the others. */
export const stakeholderGroups = ['civil society', 'government', 'intergovernmental', 'private sector', 'technical community', 'others'] as const;
export type StakeholderGroup = (typeof stakeholderGroups)[number];

/** How many people stand behind a number at least, and by how many it moves. */
const step = 3;

/** How far a number has come, which is not shown by itself, and what is shown; 0 is shown as nothing. */
export type Standing = { readonly level: number; readonly shown: number };

/** Who has come and who has gone since the numbers moved last; what is no whole step waits for others. Anybody may know these, so they tell nothing. */
export type Moved = { readonly joined: number; readonly left: number };

/** So many of those who came, and of those who went, are taken into account now. */
function taken({ joined, left }: Moved): Moved {
  return { joined: joined - (joined % step), left: left - (left % step) };
}

/**
 * Who is taken into account from now on among all who are interested, when so many were: who came first, first. Whoever was and no longer is has
 * gone, whether they took their interest back, were erased, became one with somebody else or say that they are something else. They are only
 * counted, so that none of these tells more than the others.
 */
export function recount<One extends { readonly counted: boolean }>(
  size: number,
  inside: readonly One[],
): { readonly moved: Moved; readonly size: number; readonly counted: readonly One[] } {
  const still = inside.filter((one) => one.counted);
  const came = inside.filter((one) => !one.counted);
  const moved = { joined: came.length, left: size - still.length };
  const { joined, left } = taken(moved);
  return { moved, size: size + joined - left, counted: [...still, ...came.slice(0, joined)] };
}

/**
 * Moves the number of one stakeholder group among so many people, once a week. It follows `count`, of those taken into account, by steps of three, and no further than so many
 * people have come or gone as could stand behind the move and two more, so that nobody can tell by it what any one of them is. It stays three
 * below the total, and is not shown where those who went might leave fewer than three behind it.
 */
export function move({ level }: Standing, count: number, total: number, moved: Moved): Standing {
  const aim = Math.max(0, Math.min(whole(count), whole(total - step)));
  const { joined, left } = taken(moved);
  const next = aim > level ? Math.min(aim, level + joined) : Math.max(aim, level - left);
  return { level: next, shown: next - (moved.left - left) >= step ? next : 0 };
}

function whole(count: number): number {
  return Math.floor(count / step) * step;
}
