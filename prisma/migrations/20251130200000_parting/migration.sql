-- Accounts that part get back what each of them had before they were linked.

-- AlterTable
ALTER TABLE "account" ADD COLUMN     "origin" UUID;

-- An account that was linked goes back to the id under which it acted before.
UPDATE "account" SET "origin" = coalesce(
    (SELECT "member_alias"."id" FROM "member_alias"
      WHERE "member_alias"."member_id" = "account"."member_id" AND "member_alias"."at" = "account"."linked_at" ORDER BY "member_alias"."id" LIMIT 1),
    "member_id");

-- AlterTable
ALTER TABLE "account" ALTER COLUMN "origin" SET NOT NULL,
DROP COLUMN "linked_at";

-- AlterTable
ALTER TABLE "member_alias" ADD COLUMN     "into_id" UUID,
ADD COLUMN     "brought" JSONB;

-- What earlier ones brought was not noted.
UPDATE "member_alias" SET "into_id" = "member_id", "brought" = jsonb_build_object('created', "at", 'objects', '[]'::jsonb, 'pointed', '[]'::jsonb);

-- AlterTable
ALTER TABLE "member_alias" ALTER COLUMN "into_id" SET NOT NULL,
ALTER COLUMN "brought" SET NOT NULL;
