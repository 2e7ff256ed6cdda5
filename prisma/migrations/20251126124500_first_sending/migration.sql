-- When a message may first have been sent, where finishing that was broken off as well.

-- AlterTable
ALTER TABLE "owed_message" ADD COLUMN     "begun" TIMESTAMPTZ(3);
