-- An office, an offer and the question to chair go, once linked accounts have parted, with the account that they were given to or made from. Of older ones
-- it is known whether one of them brought it; the others stay with the member that stays.

-- AlterTable
ALTER TABLE "lead" ADD COLUMN     "origin" UUID;
UPDATE "lead" SET "origin" = coalesce(
  (SELECT "member_alias"."id" FROM "member_alias", jsonb_array_elements("member_alias"."brought"->'objects') AS "brought"("object")
    WHERE "member_alias"."member_id" = "lead"."member_id" AND "member_alias"."at" >= "lead"."since" AND "object"->>'object' = "lead"."group_id"
      AND ("object"->'mine' = '[]' OR "object"->'mine' @> '[{"table": "lead"}]') AND NOT "object"->'theirs' @> '[{"table": "lead"}]' LIMIT 1),
  "member_id"
);
ALTER TABLE "lead" ALTER COLUMN "origin" SET NOT NULL;

-- AlterTable
ALTER TABLE "offer" ADD COLUMN     "origin" UUID;
UPDATE "offer" SET "origin" = coalesce(
  (SELECT "member_alias"."id" FROM "member_alias", jsonb_array_elements("member_alias"."brought"->'objects') AS "brought"("object")
    WHERE "member_alias"."member_id" = "offer"."member_id" AND "member_alias"."at" >= "offer"."at" AND "object"->>'object' = "offer"."proposal_id"
      AND ("object"->'mine' = '[]' OR "object"->'mine' @> '[{"table": "offer"}]') AND NOT "object"->'theirs' @> '[{"table": "offer"}]' LIMIT 1),
  "member_id"
);
ALTER TABLE "offer" ALTER COLUMN "origin" SET NOT NULL;

-- AlterTable
ALTER TABLE "chair_offer" ADD COLUMN     "origin" UUID;
UPDATE "chair_offer" SET "origin" = coalesce(
  (SELECT "member_alias"."id" FROM "member_alias", jsonb_array_elements("member_alias"."brought"->'pointed') AS "brought"("pointed")
    WHERE "member_alias"."member_id" = "chair_offer"."member_id" AND "member_alias"."at" >= "chair_offer"."at"
      AND "pointed" @> '{"table": "chair_offer", "column": "member_id"}' AND "pointed"->'keys' ? "chair_offer"."group_id" LIMIT 1),
  "member_id"
);
ALTER TABLE "chair_offer" ALTER COLUMN "origin" SET NOT NULL;
