-- GET /api/v1.0/config/ asks the database nothing: the shortest question there is, as a measure of the machine.
select 1;
