-- A draft is itself, and not the only one of its proposal or topic: none takes the place of another.

-- AlterTable
ALTER TABLE "proposal_draft" DROP CONSTRAINT "proposal_draft_pkey",
ADD COLUMN     "id" TEXT,
ADD COLUMN     "proposal_id" TEXT;

-- Whatever it was known by, in the length of the new ids.
UPDATE "proposal_draft" SET "id" = left(md5("about"), 12), "proposal_id" = CASE WHEN "about" LIKE 'p%' THEN "about" END;

-- What goes back when accounts part is found by the same.
UPDATE "member_alias" SET "brought" = jsonb_set("brought", '{pointed}', (
    SELECT jsonb_agg(CASE WHEN one ->> 'table' = 'proposal_draft'
        THEN one || jsonb_build_object('key', 'id', 'keys', (SELECT jsonb_agg(left(md5(about), 12)) FROM jsonb_array_elements_text(one -> 'keys') AS about))
        ELSE one END ORDER BY place)
      FROM jsonb_array_elements("brought" -> 'pointed') WITH ORDINALITY AS pointed (one, place)))
  WHERE "brought" @> '{"pointed": [{"table": "proposal_draft"}]}';

-- AlterTable
ALTER TABLE "proposal_draft" ALTER COLUMN "id" SET NOT NULL,
DROP COLUMN "about",
ADD CONSTRAINT "proposal_draft_pkey" PRIMARY KEY ("member_id", "id");
