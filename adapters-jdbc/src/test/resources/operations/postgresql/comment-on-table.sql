-- forwards
COMMENT ON TABLE "customer" IS 'who buys';
-- backwards
COMMENT ON TABLE "customer" IS 'somebody';
