-- The accounts that a proposer had, by their origins.

-- AlterTable
ALTER TABLE "proposal" ADD COLUMN     "origins" UUID[];

UPDATE proposal SET origins = ARRAY(
  SELECT origin FROM account WHERE account.member_id = proposal.member UNION SELECT proposal.origin WHERE proposal.origin IS NOT NULL
);
