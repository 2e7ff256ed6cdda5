-- The first tables, as `prisma migrate diff` writes them for schema.prisma; what Prisma cannot say stands at the end, by hand.

-- CreateEnum
CREATE TYPE "space_state" AS ENUM ('waiting', 'accepted');

-- CreateTable
CREATE TABLE "member" (
    "id" UUID NOT NULL,
    "language" TEXT,
    "zone" TEXT,
    "coordinator_since" TIMESTAMPTZ(3),
    "created" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "member_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "account" (
    "key" TEXT NOT NULL,
    "platform" TEXT NOT NULL,
    "space" TEXT,
    "member_id" UUID NOT NULL,

    CONSTRAINT "account_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "space" (
    "key" TEXT NOT NULL,
    "state" "space_state" NOT NULL,
    "asked_at" TIMESTAMPTZ(3),
    "asked_by" UUID,
    "accepted_at" TIMESTAMPTZ(3),
    "accepted_by" UUID,

    CONSTRAINT "space_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "milestone" (
    "id" TEXT NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "text" TEXT NOT NULL,
    "planned_edtf" TEXT NOT NULL,
    "planned_wording" TEXT,
    "planned_source" TEXT NOT NULL,
    "confirmed_edtf" TEXT,
    "confirmed_wording" TEXT,
    "confirmed_source" TEXT,
    "outcome_text" TEXT,
    "outcome_dated" TEXT,
    "cancelled_text" TEXT,
    "cancelled_dated" TEXT,
    "depends_on" TEXT[],
    "timeline_key" TEXT NOT NULL,
    "first_day" DATE,
    "last_day" DATE,
    "planned_first_day" DATE,
    "planned_last_day" DATE,
    "settled_on" DATE,

    CONSTRAINT "milestone_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "topic" (
    "id" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'open',

    CONSTRAINT "topic_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "working_group" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "charter" TEXT,
    "state" TEXT NOT NULL DEFAULT 'active',

    CONSTRAINT "working_group_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "event" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "member" UUID,
    "space" TEXT,
    "act" TEXT NOT NULL,
    "object" TEXT NOT NULL,
    "old" JSONB,
    "new" JSONB,
    "why" TEXT,
    "key" TEXT,

    CONSTRAINT "event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "counter" (
    "kind" TEXT NOT NULL,
    "last" INTEGER NOT NULL,

    CONSTRAINT "counter_pkey" PRIMARY KEY ("kind")
);

-- CreateTable
CREATE TABLE "setting" (
    "name" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "setting_pkey" PRIMARY KEY ("name")
);

-- CreateIndex
CREATE INDEX "account_member_id_idx" ON "account"("member_id");

-- CreateIndex
CREATE INDEX "space_state_asked_at_idx" ON "space"("state", "asked_at");

-- CreateIndex
CREATE INDEX "milestone_timeline_key_first_day_last_day_idx" ON "milestone"("timeline_key", "first_day", "last_day");

-- CreateIndex
CREATE UNIQUE INDEX "event_key_key" ON "event"("key");

-- CreateIndex
CREATE INDEX "event_object_id_idx" ON "event"("object", "id");

-- AddForeignKey
ALTER TABLE "account" ADD CONSTRAINT "account_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- By hand: the order of the timeline is that of the characters, whatever the database's locale.
ALTER TABLE "milestone" ALTER COLUMN "timeline_key" TYPE TEXT COLLATE "C";

-- By hand: what nobody has settled, in the order of the timeline. The next ones and the oldest without an outcome are found at its ends,
-- however many milestones are done.
CREATE INDEX "milestone_unsettled_idx" ON "milestone"("timeline_key", "first_day", "last_day") WHERE "settled_on" IS NULL;

-- By hand: outcomes that are dated after a reader's day.
CREATE INDEX "milestone_settled_idx" ON "milestone"("settled_on") WHERE "settled_on" IS NOT NULL;

-- By hand: the milestones that may touch given days, and those that the plan had for them.
CREATE INDEX "milestone_days_idx" ON "milestone" USING GIST (daterange("first_day", "last_day", '[]')) WHERE "first_day" IS NOT NULL;
CREATE INDEX "milestone_planned_days_idx" ON "milestone" USING GIST (daterange("planned_first_day", "planned_last_day", '[]'))
WHERE "planned_first_day" IS NOT NULL;

-- By hand: nothing in the record is ever overwritten.
CREATE FUNCTION "refuse_change_of_record"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the record is append-only: % on "%" is refused', TG_OP, TG_TABLE_NAME;
END
$$;

CREATE TRIGGER "event_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "event"
FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change_of_record"();
