DROP TRIGGER log_nick;
DROP TABLE nick_log;
