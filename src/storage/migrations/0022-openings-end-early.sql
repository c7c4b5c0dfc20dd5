-- Whoever says anew who may see a family ends what others have open of it.
grant update (until_at) on openings to alongside_app;
