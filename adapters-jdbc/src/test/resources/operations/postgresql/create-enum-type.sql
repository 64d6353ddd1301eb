-- forwards
CREATE TYPE "mood" AS ENUM ('sad', 'it''s ok', 'happy');
-- backwards
DROP TYPE "mood";
