-- Days of absence are days somewhere: the zone in which they were said stands beside them.

-- AlterTable
ALTER TABLE "member" ADD COLUMN     "away_zone" TEXT;
