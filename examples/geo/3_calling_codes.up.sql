ALTER TABLE country ADD COLUMN calling_code integer;

UPDATE country
SET calling_code = CASE code
    WHEN 'AT' THEN 43
    WHEN 'BR' THEN 55
    WHEN 'CA' THEN 1
    WHEN 'CH' THEN 41
    WHEN 'DE' THEN 49
    WHEN 'FR' THEN 33
    WHEN 'GB' THEN 44
    WHEN 'IN' THEN 91
    WHEN 'JP' THEN 81
    WHEN 'KE' THEN 254
    WHEN 'NZ' THEN 64
    WHEN 'US' THEN 1
END;

CREATE INDEX country_by_calling_code ON country (calling_code);
