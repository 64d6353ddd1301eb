DROP VIEW nicks;
