-- forwards
INSERT INTO teacher (id, name, email) VALUES (1, 'Zoë O''Neill', 'zoe@school.example'), (2, 'Max', NULL);
-- backwards
DELETE FROM teacher WHERE id IN (1, 2);
