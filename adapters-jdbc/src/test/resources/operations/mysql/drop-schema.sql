-- forwards
SELECT (SELECT 1 UNION ALL SELECT 1 FROM information_schema.TABLES WHERE TABLE_SCHEMA = 'yard' UNION ALL SELECT 1 FROM information_schema.ROUTINES WHERE ROUTINE_SCHEMA = 'yard' UNION ALL SELECT 1 FROM information_schema.EVENTS WHERE EVENT_SCHEMA = 'yard') AS `nothing is in it`;
DROP SCHEMA `yard`;
-- backwards
CREATE SCHEMA `yard`;
