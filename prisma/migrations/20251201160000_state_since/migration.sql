-- A change of its schedule does not begin a group's state anew, so that from when it is in it stands apart; what is known of older ones is the later of both.

-- AlterTable
ALTER TABLE "working_group" ADD COLUMN     "state_since" TIMESTAMPTZ(3);
UPDATE "working_group" SET "state_since" = coalesce(
  (SELECT max("event"."at") FROM "event" WHERE "event"."object" = "working_group"."id" AND "event"."new"->>'state' IS NOT NULL),
  least("settled", "since"::timestamp AT TIME ZONE 'UTC')
);
ALTER TABLE "working_group" ALTER COLUMN "state_since" SET NOT NULL;
