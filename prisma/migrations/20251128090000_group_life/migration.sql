-- AlterTable
ALTER TABLE "chair_offer" ADD COLUMN "asker" UUID, ADD COLUMN "note" TEXT;

-- Cards of groups are kept up to date like those of proposals.
ALTER TABLE "proposal_card" DROP CONSTRAINT "proposal_card_proposal_id_fkey";
ALTER TABLE "proposal_card" RENAME TO "posted_card";
ALTER TABLE "posted_card" RENAME COLUMN "proposal_id" TO "object";
ALTER TABLE "posted_card" RENAME CONSTRAINT "proposal_card_pkey" TO "posted_card_pkey";
ALTER INDEX "proposal_card_message_id_idx" RENAME TO "posted_card_message_id_idx";
