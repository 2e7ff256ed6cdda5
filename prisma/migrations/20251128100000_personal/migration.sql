-- What people may say of themselves, and how they see and take back what is stored.

-- AlterTable
ALTER TABLE "member" ADD COLUMN     "stakeholder" TEXT;

-- AlterTable
ALTER TABLE "space" ADD COLUMN     "gone_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "export_link" (
    "account" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "expires" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "export_link_pkey" PRIMARY KEY ("account")
);

-- CreateTable
CREATE TABLE "balance" (
    "topic_id" TEXT NOT NULL,
    "stakeholder" TEXT NOT NULL,
    "shown" INTEGER NOT NULL,
    "week" DATE NOT NULL,

    CONSTRAINT "balance_pkey" PRIMARY KEY ("topic_id","stakeholder")
);

-- CreateIndex
CREATE UNIQUE INDEX "export_link_hash_key" ON "export_link"("hash");

-- AddForeignKey
ALTER TABLE "export_link" ADD CONSTRAINT "export_link_account_fkey" FOREIGN KEY ("account") REFERENCES "account"("key") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "balance" ADD CONSTRAINT "balance_topic_id_fkey" FOREIGN KEY ("topic_id") REFERENCES "topic"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
