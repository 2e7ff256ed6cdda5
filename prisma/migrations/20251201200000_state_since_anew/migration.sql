-- From when a group is in its state was carried over from the last line about it that named a state, and such a line may be about a member who came or
-- left; where none names one, a group is in its state since it came.

UPDATE "working_group" SET "state_since" = coalesce(
  (SELECT max("event"."at") FROM "event"
    WHERE "event"."object" = "working_group"."id" AND "event"."new"->>'state' IN ('forming', 'active', 'paused', 'dormant', 'concluded')),
  (SELECT min("event"."at") FROM "event" WHERE "event"."object" = "working_group"."id" AND "event"."act" IN ('imported', 'group established')),
  least("settled", "since"::timestamp AT TIME ZONE 'UTC')
)
WHERE EXISTS (SELECT FROM "event"
    WHERE "event"."object" = "working_group"."id" AND "event"."at" = "working_group"."state_since" AND "event"."new"->>'state' IN ('in', 'asked', 'left'))
  OR NOT EXISTS (SELECT FROM "event"
    WHERE "event"."object" = "working_group"."id" AND "event"."new"->>'state' IN ('forming', 'active', 'paused', 'dormant', 'concluded'));
