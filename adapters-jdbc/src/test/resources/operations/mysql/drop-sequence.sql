-- forwards
DROP SEQUENCE `number`;
-- backwards
CREATE SEQUENCE `number` start with 1 minvalue 1 maxvalue 9223372036854775806 increment by 1 nocache nocycle ENGINE=InnoDB;
