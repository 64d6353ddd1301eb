-- forwards
CREATE INDEX "by_nick" ON "customer" ((lower(nick)));
-- backwards
DROP INDEX "by_nick";
