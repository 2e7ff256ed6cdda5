-- Topics with their wordings and interest, proposals with their versions and volunteers, and where leadership reads of them.

-- AlterTable
ALTER TABLE "milestone" ADD COLUMN     "group_id" TEXT;

-- AlterTable
ALTER TABLE "topic" ADD COLUMN     "group_id" TEXT,
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- CreateTable
CREATE TABLE "topic_wording" (
    "topic_id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "member" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "why" TEXT,

    CONSTRAINT "topic_wording_pkey" PRIMARY KEY ("topic_id","version")
);

-- CreateTable
CREATE TABLE "interest" (
    "topic_id" TEXT NOT NULL,
    "member_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "interest_pkey" PRIMARY KEY ("topic_id","member_id")
);

-- CreateTable
CREATE TABLE "proposal" (
    "id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "topic_id" TEXT,
    "member" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "waiting_since" TIMESTAMPTZ(3) NOT NULL,
    "group_id" TEXT,

    CONSTRAINT "proposal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "proposal_version" (
    "proposal_id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "problem" TEXT NOT NULL,
    "deliverable" TEXT NOT NULL,
    "ending" TEXT NOT NULL,
    "milestone" TEXT NOT NULL,
    "edtf" TEXT NOT NULL,
    "wording" TEXT,
    "member" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "proposal_version_pkey" PRIMARY KEY ("proposal_id","version")
);

-- CreateTable
CREATE TABLE "proposal_draft" (
    "member_id" UUID NOT NULL,
    "about" TEXT NOT NULL,
    "topic_id" TEXT,
    "name" TEXT NOT NULL,
    "problem" TEXT NOT NULL,
    "deliverable" TEXT NOT NULL,
    "ending" TEXT NOT NULL,
    "milestone" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "proposal_draft_pkey" PRIMARY KEY ("member_id","about")
);

-- CreateTable
CREATE TABLE "offer" (
    "proposal_id" TEXT NOT NULL,
    "member_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "offer_pkey" PRIMARY KEY ("proposal_id","member_id")
);

-- CreateTable
CREATE TABLE "chair_offer" (
    "group_id" TEXT NOT NULL,
    "member_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "chair_offer_pkey" PRIMARY KEY ("group_id","member_id")
);

-- CreateTable
CREATE TABLE "leadership_channel" (
    "space" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "member" UUID NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "leadership_channel_pkey" PRIMARY KEY ("space")
);

-- CreateTable
CREATE TABLE "proposal_card" (
    "proposal_id" TEXT NOT NULL,
    "space" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "message_id" UUID NOT NULL,
    "language" TEXT NOT NULL,
    "free" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "proposal_card_pkey" PRIMARY KEY ("proposal_id","space","channel")
);

-- CreateIndex
CREATE INDEX "interest_member_id_idx" ON "interest"("member_id");

-- CreateIndex
CREATE INDEX "proposal_state_number_idx" ON "proposal"("state", "number");

-- CreateIndex
CREATE INDEX "proposal_topic_id_idx" ON "proposal"("topic_id");

-- CreateIndex
CREATE INDEX "offer_member_id_idx" ON "offer"("member_id");

-- CreateIndex
CREATE INDEX "chair_offer_member_id_idx" ON "chair_offer"("member_id");

-- CreateIndex
CREATE INDEX "proposal_card_message_id_idx" ON "proposal_card"("message_id");

-- AddForeignKey
ALTER TABLE "topic_wording" ADD CONSTRAINT "topic_wording_topic_id_fkey" FOREIGN KEY ("topic_id") REFERENCES "topic"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "interest" ADD CONSTRAINT "interest_topic_id_fkey" FOREIGN KEY ("topic_id") REFERENCES "topic"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "interest" ADD CONSTRAINT "interest_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "proposal_version" ADD CONSTRAINT "proposal_version_proposal_id_fkey" FOREIGN KEY ("proposal_id") REFERENCES "proposal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "proposal_draft" ADD CONSTRAINT "proposal_draft_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "offer" ADD CONSTRAINT "offer_proposal_id_fkey" FOREIGN KEY ("proposal_id") REFERENCES "proposal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "offer" ADD CONSTRAINT "offer_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "chair_offer" ADD CONSTRAINT "chair_offer_group_id_fkey" FOREIGN KEY ("group_id") REFERENCES "working_group"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "chair_offer" ADD CONSTRAINT "chair_offer_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "proposal_card" ADD CONSTRAINT "proposal_card_proposal_id_fkey" FOREIGN KEY ("proposal_id") REFERENCES "proposal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What stands of a topic is its first wording.
INSERT INTO "topic_wording" ("topic_id", "version", "text", "at")
SELECT "id", 1, "text", coalesce((SELECT max("event"."at") FROM "event" WHERE "event"."object" = "topic"."id"), '1970-01-01T00:00:00Z') FROM "topic";
