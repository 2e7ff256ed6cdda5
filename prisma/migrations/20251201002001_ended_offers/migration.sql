-- Offers end with a proposal that comes to nothing; the record keeps that they were made.
DELETE FROM "offer" USING "proposal" WHERE "proposal"."id" = "offer"."proposal_id" AND "proposal"."state" IN ('declined', 'withdrawn');
