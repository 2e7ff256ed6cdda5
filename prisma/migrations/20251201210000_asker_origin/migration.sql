-- A question to chair goes back, once linked accounts have parted, to whoever asked it. Of older ones it is not known from which account they were asked.

-- AlterTable
ALTER TABLE "chair_offer" ADD COLUMN     "asker_origin" UUID;
