import { wrongTries } from '../../core/link.ts';
import type { PersonalData } from '../../core/personal.ts';
import type { Read, Sender } from '../../core/store.ts';
import { list, type Reading, read, statement } from '../read.ts';

/** The sender's number, and those under which they acted before two accounts were linked. */
const who = `who AS MATERIALIZED (
  SELECT actor.id FROM actor UNION ALL SELECT member_alias.id FROM member_alias WHERE member_id = (SELECT actor.id FROM actor)
)`;

const me = '(SELECT actor.id FROM actor)';
const anyOfMine = '(SELECT who.id FROM who)';
const anyNamed = '(SELECT who.id::text FROM who)';
const fingerprintsOf = (accounts: string): string => `SELECT encode(sha256(convert_to(key, 'UTF8')), 'hex') FROM (${accounts}) AS own (key)`;
const accounts = `SELECT key FROM account WHERE member_id = ${me}`;

/** What is stored of each kind, by the names under which people read it. */
const queries: Readonly<Record<keyof PersonalData, string>> = {
  accounts: `SELECT key AS account, space, acted AS "lastActed", acted_in AS "lastActedIn", locale, coordinator_since AS "coordinatorSince",
      (SELECT at FROM member_alias WHERE member_alias.id = account.origin) AS "linkedSince",
      (SELECT brought -> 'objects' FROM member_alias WHERE member_alias.id = account.origin) AS "broughtWhenLinked",
      (SELECT brought -> 'chosen' FROM member_alias WHERE member_alias.id = account.origin) AS "setBeforeLinked"
    FROM account WHERE member_id = ${me} ORDER BY key`,
  settings: `SELECT language, zone AS "timeZone", reminders, away_from AS "awayFrom", away_to AS "awayTo", away_zone AS "awayZone",
      stakeholder AS "stakeholderGroup", created AS "memberSince"
    FROM member WHERE id = ${me}`,
  groups: `SELECT group_id AS "group", role, 'speaks for it' AS state, since FROM lead WHERE member_id = ${me}
    UNION ALL SELECT group_id, role, concat_ws(', credited as ', CASE state WHEN 'in' THEN 'belongs to it' ELSE state END, credit), since FROM membership WHERE member_id = ${me}
    UNION ALL SELECT group_id, 'chair', concat_ws(': ', 'is asked', nullif(note, '')), at FROM chair_offer WHERE member_id = ${me}
    UNION ALL SELECT group_id, 'chair', concat_ws(': ', 'asks somebody to take over', nullif(note, '')), at FROM chair_offer WHERE asker IN ${anyOfMine}
    ORDER BY since`,
  topics: `SELECT topic_id AS topic, kind, version, at FROM interest WHERE member_id = ${me}
    UNION ALL SELECT topic_id, 'counted by stakeholder group', NULL, NULL FROM balance_member WHERE member_id = ${me} ORDER BY at`,
  help: `SELECT proposal_id AS proposal, kind, at FROM offer WHERE member_id = ${me} ORDER BY at`,
  drafts: `SELECT proposal_id AS about, topic_id AS topic, name, problem, deliverable, ending, milestone, at FROM proposal_draft WHERE member_id = ${me} ORDER BY at`,
  proposals: `SELECT proposal_id AS proposal, proposal_version.version, name, problem, deliverable, ending, milestone, edtf AS "when", wording, NULL AS source,
      NULL AS "dependsOn", topic_id AS topic, proposal.group_id AS "group", state, proposal_version.at, NULL AS what
    FROM proposal_version JOIN proposal ON proposal.id = proposal_id WHERE proposal_version.member IN ${anyOfMine}
    UNION ALL SELECT id, NULL, NULL, NULL, NULL, NULL, text, edtf, wording, source, depends_on, NULL, group_id, state, at, NULL
    FROM milestone_proposal WHERE member IN ${anyOfMine}
    UNION ALL SELECT id, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, state, NULL, 'a fingerprint of your account'
    FROM proposal WHERE fingerprints && ARRAY(${fingerprintsOf(`${accounts} UNION SELECT $1::text`)}) ORDER BY at`,
  updates: `SELECT progress_update.id, progress_update.group_id AS "group", progress_update.week, update_revision.revision, status, done, next, help, milestone, platform, at
    FROM update_revision JOIN progress_update ON progress_update.id = update_id WHERE member IN ${anyOfMine} ORDER BY at`,
  channels: `SELECT space, channel, 'gets the digest or news' AS what, since FROM subscription WHERE configured_by IN ${anyOfMine}
    UNION ALL SELECT space, channel, 'is read by leadership', since FROM leadership_channel WHERE member IN ${anyOfMine}
    UNION ALL SELECT key, NULL, 'a space that asked to be accepted', asked_at FROM space WHERE asked_by IN ${anyOfMine}
    UNION ALL SELECT key, NULL, 'a space that was accepted', accepted_at FROM space WHERE accepted_by IN ${anyOfMine}`,
  record: `SELECT at, act, CASE WHEN member IN ${anyOfMine} THEN 'you' WHEN member IS NULL THEN 'the bot' ELSE 'somebody else' END AS by, object,
      CASE WHEN member IN ${anyOfMine} THEN space END AS space, old, new, why
    FROM event WHERE member IN ${anyOfMine} OR object IN ${anyNamed} OR old ->> 'member' IN ${anyNamed}
      OR new ->> 'member' IN ${anyNamed} OR new ->> 'from' IN ${anyNamed} ORDER BY event.id`,
  messages: `SELECT notice ->> 'kind' AS about, 'you' AS "to", state, owed, due, ended FROM owed_message
    WHERE "to" ->> 'account' = $1 OR "to" ->> 'account' IN (SELECT key FROM account WHERE member_id = ${me})
    UNION ALL SELECT notice ->> 'kind', 'somebody else', state, owed, due, ended FROM owed_message
    WHERE notice ->> 'member' IN ${anyNamed} ORDER BY due`,
  codes: `SELECT 'a code for another account' AS what, expires FROM link_code WHERE account IN (SELECT key FROM account WHERE member_id = ${me})
    UNION ALL SELECT 'a code that was entered', expires FROM link_code WHERE entered_by IN (SELECT key FROM account WHERE member_id = ${me})
    UNION ALL SELECT 'a wrong code', at + ${wrongTries.within} * interval '1 millisecond' FROM link_try
      WHERE hash IN (${fingerprintsOf(accounts)})
    UNION ALL SELECT 'an address of this data', expires FROM export_link WHERE account IN (SELECT key FROM account WHERE member_id = ${me})`,
};

const personalStatement = statement('personal', {
  queries: [who],
  columns: Object.entries(queries).map(([kind, query]) => `${list(query)} AS "${kind}"`),
});

export async function readPersonal(reading: Reading, sender: Sender): Promise<Read<{ readonly data: PersonalData }>> {
  const { actor, row } = await read<PersonalData>(reading, personalStatement, sender);
  const { accounts, settings, groups, topics, help, drafts, proposals, updates, channels, record, messages, codes } = row;
  return { actor, data: { accounts, settings, groups, topics, help, drafts, proposals, updates, channels, record, messages, codes } };
}
