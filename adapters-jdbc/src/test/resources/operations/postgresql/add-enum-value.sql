-- forwards
ALTER TYPE "mood" ADD VALUE 'glad';
-- backwards
-- none: a value can't be taken from the enum type 'mood'
