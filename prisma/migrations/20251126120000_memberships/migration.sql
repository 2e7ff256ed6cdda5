-- Who belongs to a group without speaking for it, and who once did.


-- AlterTable
ALTER TABLE "working_group" ADD COLUMN     "joining" TEXT NOT NULL DEFAULT 'open';

-- CreateTable
CREATE TABLE "membership" (
    "group_id" TEXT NOT NULL,
    "member_id" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,
    CONSTRAINT "membership_pkey" PRIMARY KEY ("group_id","member_id")
);

-- CreateIndex
CREATE INDEX "membership_member_id_idx" ON "membership"("member_id");

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_group_id_fkey" FOREIGN KEY ("group_id") REFERENCES "working_group"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "member"("id") ON DELETE CASCADE ON UPDATE CASCADE;
