-- Groups that are asked, their progress updates, what channels get, and the queue of messages.

-- AlterTable
ALTER TABLE "account" ADD COLUMN     "acted" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "member" ADD COLUMN     "away_from" TEXT,
ADD COLUMN     "away_to" TEXT,
ADD COLUMN     "reminders" TEXT NOT NULL DEFAULT 'direct';

-- AlterTable
ALTER TABLE "working_group" ADD COLUMN     "channel" TEXT,
ADD COLUMN     "hour" INTEGER NOT NULL DEFAULT 10,
ADD COLUMN     "number" INTEGER,
ADD COLUMN     "revision" INTEGER NOT NULL DEFAULT 1,
ADD COLUMN     "rhythm" TEXT NOT NULL DEFAULT 'weekly',
ADD COLUMN     "settled" TIMESTAMPTZ(3),
ADD COLUMN     "since" DATE,
ADD COLUMN     "space" TEXT,
ADD COLUMN     "weekday" INTEGER NOT NULL DEFAULT 4,
ADD COLUMN     "zone" TEXT NOT NULL DEFAULT 'UTC';

-- CreateTable
CREATE TABLE "lead" (
    "group_id" TEXT NOT NULL,
    "member_id" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "lead_pkey" PRIMARY KEY ("group_id","member_id")
);

-- CreateTable
CREATE TABLE "progress_update" (
    "id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "group_id" TEXT NOT NULL,
    "week" DATE NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "first" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "progress_update_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "update_revision" (
    "update_id" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "status" TEXT NOT NULL,
    "done" TEXT NOT NULL,
    "next" TEXT,
    "help" TEXT,
    "milestone" TEXT,
    "member" UUID NOT NULL,
    "platform" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "update_revision_pkey" PRIMARY KEY ("update_id","revision")
);

-- CreateTable
CREATE TABLE "subscription" (
    "id" UUID NOT NULL,
    "space" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "digest" BOOLEAN NOT NULL,
    "news" BOOLEAN NOT NULL,
    "language" TEXT NOT NULL,
    "weekday" INTEGER NOT NULL,
    "hour" INTEGER NOT NULL,
    "zone" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "reason" TEXT,
    "configured_by" UUID NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "subscription_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "claim" (
    "key" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "due" TIMESTAMPTZ(3) NOT NULL,
    "skipped" BOOLEAN NOT NULL,

    CONSTRAINT "claim_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "owed_message" (
    "id" UUID NOT NULL,
    "number" BIGSERIAL NOT NULL,
    "notice" JSONB NOT NULL,
    "target" TEXT NOT NULL,
    "to" JSONB NOT NULL,
    "otherwise" JSONB,
    "language" TEXT,
    "space" TEXT,
    "state" TEXT NOT NULL,
    "due" TIMESTAMPTZ(3) NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "sending_since" TIMESTAMPTZ(3),
    "reference" TEXT,
    "problem" TEXT,
    "ended" TIMESTAMPTZ(3),

    CONSTRAINT "owed_message_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "lead_member_id_idx" ON "lead"("member_id");

-- CreateIndex
CREATE UNIQUE INDEX "progress_update_number_key" ON "progress_update"("number");

-- CreateIndex
CREATE INDEX "progress_update_week_number_idx" ON "progress_update"("week", "number");

-- CreateIndex
CREATE INDEX "progress_update_first_idx" ON "progress_update"("first");

-- CreateIndex
CREATE UNIQUE INDEX "progress_update_group_id_week_key" ON "progress_update"("group_id", "week");

-- CreateIndex
CREATE INDEX "update_revision_member_at_idx" ON "update_revision"("member", "at");

-- CreateIndex
CREATE UNIQUE INDEX "subscription_space_channel_key" ON "subscription"("space", "channel");

-- CreateIndex
CREATE INDEX "claim_due_idx" ON "claim"("due");

-- CreateIndex
CREATE INDEX "owed_message_state_due_number_idx" ON "owed_message"("state", "due", "number");

-- CreateIndex
CREATE INDEX "owed_message_space_state_ended_idx" ON "owed_message"("space", "state", "ended");

-- CreateIndex
CREATE INDEX "working_group_number_idx" ON "working_group"("number");

-- AddForeignKey
ALTER TABLE "lead" ADD CONSTRAINT "lead_group_id_fkey" FOREIGN KEY ("group_id") REFERENCES "working_group"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lead" ADD CONSTRAINT "lead_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "progress_update" ADD CONSTRAINT "progress_update_group_id_fkey" FOREIGN KEY ("group_id") REFERENCES "working_group"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "update_revision" ADD CONSTRAINT "update_revision_update_id_fkey" FOREIGN KEY ("update_id") REFERENCES "progress_update"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- By hand: groups that stand already keep their numbers, and are asked from the day on which the plan was published.
UPDATE "working_group" SET "number" = substring("id" FROM '[0-9]+')::int, "since" = '2021-10-04', "settled" = '2021-10-04 00:00:00+00';
ALTER TABLE "working_group" ALTER COLUMN "number" SET NOT NULL, ALTER COLUMN "since" SET NOT NULL, ALTER COLUMN "settled" SET NOT NULL;

-- By hand: what an update said is never overwritten.
CREATE TRIGGER "update_revision_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "update_revision"
FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change_of_record"();

-- By hand: claims are found by how their keys begin, which only the order of the characters allows.
ALTER TABLE "claim" ALTER COLUMN "key" TYPE TEXT COLLATE "C";

-- By hand: what each destination waits for, however many messages were sent. In this order 'sending' stands before 'owed'.
CREATE INDEX "owed_message_waiting_idx" ON "owed_message"("target", "state" DESC, "number") WHERE "state" IN ('owed', 'sending');

-- By hand: what a human is to look at.
CREATE INDEX "owed_message_troubled_idx" ON "owed_message"("state", "ended") WHERE "state" IN ('uncertain', 'failed');
