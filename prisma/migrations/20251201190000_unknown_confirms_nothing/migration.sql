-- A confirmed date that is not known counts no more: where one stands, what the indexes hold follows from the planned date.
UPDATE "milestone" SET
  "first_day" = "planned_first_day",
  "last_day" = "planned_last_day",
  "timeline_key" = to_char("planned_first_day", 'YYYY-MM') || ' ' || to_char("planned_last_day", 'YYYY-MM-DD') || ' ' || to_char("planned_first_day", 'YYYY-MM-DD')
    || ' ' || lpad(substr("id", 2), 10, '0')
WHERE "confirmed_edtf" = 'XXXX' AND "planned_first_day" IS NOT NULL;
