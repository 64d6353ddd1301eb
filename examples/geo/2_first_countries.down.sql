-- By name, not "DELETE FROM country": countries that somebody added since are not ours to delete.
DELETE FROM country
WHERE code IN ('AT', 'BR', 'CA', 'CH', 'DE', 'FR', 'GB', 'IN', 'JP', 'KE', 'NZ', 'US');
