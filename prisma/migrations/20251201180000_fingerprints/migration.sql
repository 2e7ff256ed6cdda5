-- Whoever proposed something and left the record decides on it no more once they are back.

-- AlterTable
ALTER TABLE "proposal" ADD COLUMN     "fingerprints" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- What is decided needs nothing that says whose accounts it came from.
UPDATE proposal SET origins = '{}' WHERE state NOT IN ('proposed', 'changes asked');
