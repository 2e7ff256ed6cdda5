-- How many people a topic's numbers take into account, with those who have gone since: who goes takes their own row along.

-- AlterTable
ALTER TABLE "topic" ADD COLUMN     "counted" INTEGER NOT NULL DEFAULT 0;

-- Who has gone before was not counted, so that nobody may stand behind these numbers: they begin again.
DELETE FROM "balance_member";
UPDATE "balance" SET "level" = 0, "shown" = 0;
