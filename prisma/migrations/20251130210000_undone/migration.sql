-- Which account proposed, where an account acted last, and as what somebody is credited who asks to join again.

-- AlterTable
ALTER TABLE "account" ADD COLUMN     "acted_in" TEXT;

-- AlterTable
ALTER TABLE "membership" ADD COLUMN     "credit" TEXT;

-- AlterTable
ALTER TABLE "proposal" ADD COLUMN     "origin" UUID;
