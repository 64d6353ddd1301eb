-- forwards
COMMENT ON COLUMN "customer"."nick" IS 'how they call themselves';
-- backwards
COMMENT ON COLUMN "customer"."nick" IS NULL;
