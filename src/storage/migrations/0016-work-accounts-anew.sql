-- subject: whoever is invited again may come with another account of the same provider, so the one known before goes.
grant delete on provider_subjects to alongside_app;
