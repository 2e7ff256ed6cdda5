-- Milestones that chairs propose.

-- CreateTable
CREATE TABLE "milestone_proposal" (
    "id" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "edtf" TEXT NOT NULL,
    "wording" TEXT,
    "source" TEXT NOT NULL,
    "depends_on" TEXT[],
    "group_id" TEXT NOT NULL,
    "member" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "state" TEXT NOT NULL,

    CONSTRAINT "milestone_proposal_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "milestone_proposal_state_at_idx" ON "milestone_proposal"("state", "at");

