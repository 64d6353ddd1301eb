-- forwards
DROP TYPE "mood";
-- backwards
CREATE TYPE "mood" AS ENUM ('sad', 'happy');
