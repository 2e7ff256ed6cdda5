-- Wrong codes are counted by a hash of the account, so that the count outlives leaving the record and says nobody's account.

DELETE FROM "link_try";

-- AlterTable
ALTER TABLE "link_try" RENAME COLUMN "account" TO "hash";

-- RenameIndex
ALTER INDEX "link_try_account_at_idx" RENAME TO "link_try_hash_at_idx";
