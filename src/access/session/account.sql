-- deeds_to_account: what happened to an account, newest first, without its own comings and goings (index audit_entry_subject)
SELECT a.moment, a.deed, a.about, a.actor, p.name
FROM audit_entry a
LEFT JOIN person p ON p.id = a.actor
WHERE a.subject = :person
  AND a.deed IN ('sign_in_failed', 'password_set', 'password_reset', 'reset_code_made', 'roles_changed', 'suspended', 'reinstated', 'invited', 'took_along')
ORDER BY a.moment DESC, a.id DESC
LIMIT 20;
