-- applied_migrations: the numbers of what was done to this database
SELECT number FROM applied_migration ORDER BY number;

-- note_migration: one more was done
INSERT INTO applied_migration (number, name, applied_at) VALUES (:number, :name, :applied_at);
