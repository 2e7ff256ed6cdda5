-- AlterTable
ALTER TABLE "owed_message" ADD COLUMN "owed" TIMESTAMPTZ(3);

-- When those were owed that wait by now is not known any more; their time begins anew.
UPDATE "owed_message" SET "owed" = "due";

-- AlterTable
ALTER TABLE "owed_message" ALTER COLUMN "owed" SET NOT NULL;
