-- +goose Up
CREATE TABLE nick_log (customer integer, nick varchar(30));

-- +goose StatementBegin
CREATE TRIGGER log_nick AFTER UPDATE ON customer BEGIN
  INSERT INTO nick_log VALUES (old.id, old.nick);
END;
-- +goose StatementEnd

-- +goose Down
DROP TRIGGER log_nick;
DROP TABLE nick_log;
