-- // log of nicks
CREATE TABLE nick_log (customer integer, nick varchar(30));
-- @DELIMITER //
CREATE TRIGGER log_nick AFTER UPDATE ON customer BEGIN
  INSERT INTO nick_log VALUES (old.id, old.nick);
END//
-- @DELIMITER ;

-- //@UNDO
DROP TRIGGER log_nick;
DROP TABLE nick_log;
