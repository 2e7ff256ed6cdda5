-- AlterTable
ALTER TABLE "balance" ADD COLUMN     "level" INTEGER NOT NULL;

-- CreateTable
CREATE TABLE "balance_member" (
    "topic_id" TEXT NOT NULL,
    "member_id" UUID NOT NULL,

    CONSTRAINT "balance_member_pkey" PRIMARY KEY ("topic_id","member_id")
);

-- CreateIndex
CREATE INDEX "balance_member_member_id_idx" ON "balance_member"("member_id");

-- AddForeignKey
ALTER TABLE "balance_member" ADD CONSTRAINT "balance_member_topic_id_fkey" FOREIGN KEY ("topic_id") REFERENCES "topic"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "balance_member" ADD CONSTRAINT "balance_member_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "member"("id") ON DELETE CASCADE ON UPDATE CASCADE;
