-- One person with two accounts: the codes that link them, and the ids under which they once acted. The right to lead hangs on an account.

-- AlterTable
ALTER TABLE "account" ADD COLUMN     "coordinator_since" TIMESTAMPTZ(3),
ADD COLUMN     "linked_at" TIMESTAMPTZ(3);

-- Whoever leads keeps leading, with all the accounts that they have.
UPDATE "account" SET "coordinator_since" = "member"."coordinator_since" FROM "member" WHERE "member"."id" = "account"."member_id";

-- AlterTable
ALTER TABLE "member" DROP COLUMN "coordinator_since";

-- CreateTable
CREATE TABLE "member_alias" (
    "id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "member_alias_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "link_code" (
    "account" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "hash" TEXT NOT NULL,
    "expires" TIMESTAMPTZ(3) NOT NULL,
    "entered_by" TEXT,

    CONSTRAINT "link_code_pkey" PRIMARY KEY ("account")
);

-- CreateTable
CREATE TABLE "link_try" (
    "id" BIGSERIAL NOT NULL,
    "account" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "link_try_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "member_alias_member_id_idx" ON "member_alias"("member_id");

-- CreateIndex
CREATE UNIQUE INDEX "link_code_id_key" ON "link_code"("id");

-- CreateIndex
CREATE UNIQUE INDEX "link_code_hash_key" ON "link_code"("hash");

-- CreateIndex
CREATE INDEX "link_code_entered_by_idx" ON "link_code"("entered_by");

-- CreateIndex
CREATE INDEX "link_try_account_at_idx" ON "link_try"("account", "at");

-- AddForeignKey
ALTER TABLE "member_alias" ADD CONSTRAINT "member_alias_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "link_code" ADD CONSTRAINT "link_code_account_fkey" FOREIGN KEY ("account") REFERENCES "account"("key") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "link_code" ADD CONSTRAINT "link_code_entered_by_fkey" FOREIGN KEY ("entered_by") REFERENCES "account"("key") ON DELETE CASCADE ON UPDATE CASCADE;
