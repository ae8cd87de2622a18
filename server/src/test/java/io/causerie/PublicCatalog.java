package io.causerie;

import java.util.List;

/**
 * Everything PostgreSQL knows about what is in schema {@code public}, one line for each thing: what {@code pg_dump --schema-only --schema=public} would write,
 * and privileges and owners as well.
 */
public final class PublicCatalog {

    private static final String LISTING = """
            with mine as (select 'public'::regnamespace as id)
            select 'schema ' || nspname || ' ' || pg_get_userbyid(nspowner) || ' ' || coalesce(nspacl::text, '') from pg_namespace, mine where oid = mine.id
            union all
            select 'relation ' || relname || ' ' || relkind::text || relpersistence::text || ' ' || pg_get_userbyid(relowner) || ' ' || coalesce(relacl::text, '')
                || ' ' || coalesce(reloptions::text, '') || ' ' || relrowsecurity || relreplident::text || coalesce(obj_description(c.oid, 'pg_class'), '')
            from pg_class c, mine where relnamespace = mine.id
            union all
            select 'column ' || c.relname || '.' || attnum || ' ' || attname || ' ' || format_type(atttypid, atttypmod) || ' ' || attnotnull || ' ' || attidentity::text
                || attgenerated::text || attstorage::text || coalesce(attstattarget, -1) || ' ' || coalesce(attacl::text, '') || ' ' || coalesce(pg_get_expr(adbin, adrelid), '')
                || ' ' || coalesce(collname, '') || coalesce(col_description(c.oid, attnum), '')
            from pg_attribute a join pg_class c on c.oid = attrelid cross join mine left join pg_attrdef d on adrelid = attrelid and adnum = attnum
                left join pg_collation o on o.oid = attcollation
            where relnamespace = mine.id and attnum > 0
            union all
            select 'constraint ' || conname || ' ' || conrelid::regclass || ' ' || pg_get_constraintdef(oid) || ' ' || convalidated from pg_constraint, mine where connamespace = mine.id
            union all
            select 'index ' || pg_get_indexdef(indexrelid) || ' ' || indisvalid || indisclustered || indisreplident
            from pg_index join pg_class c on c.oid = indexrelid cross join mine where relnamespace = mine.id
            union all
            select 'sequence ' || sequencename || ' ' || data_type || ' ' || start_value || ' ' || min_value || ' ' || max_value || ' ' || increment_by || cycle || cache_size
            from pg_sequences where schemaname = 'public'
            union all
            select 'function ' || p.oid::regprocedure || ' ' || pg_get_userbyid(proowner) || ' ' || coalesce(proacl::text, '') || ' ' || md5(prosrc) from pg_proc p, mine where pronamespace = mine.id
            union all
            select 'trigger ' || tgname || ' ' || tgrelid::regclass || ' ' || pg_get_triggerdef(t.oid)
            from pg_trigger t join pg_class c on c.oid = tgrelid cross join mine where relnamespace = mine.id and not tgisinternal
            union all
            select 'rule ' || rulename || ' ' || ev_class::regclass from pg_rewrite r join pg_class c on c.oid = ev_class cross join mine where relnamespace = mine.id
            union all
            select 'policy ' || polname || ' ' || polrelid::regclass from pg_policy join pg_class c on c.oid = polrelid cross join mine where relnamespace = mine.id
            union all
            select 'type ' || typname || ' ' || typtype::text || ' ' || pg_get_userbyid(typowner) || ' ' || coalesce(typacl::text, '') from pg_type, mine where typnamespace = mine.id
            union all
            select 'operator ' || o.oid::regoperator from pg_operator o, mine where oprnamespace = mine.id
            union all
            select 'inherits ' || inhrelid::regclass || ' ' || inhparent::regclass from pg_inherits
            union all
            select 'published ' || pubname || ' ' || tablename from pg_publication_tables where schemaname = 'public'
            union all
            select 'hangs on ' || conrelid::regclass || ' ' || conname from pg_constraint join pg_class c on c.oid = confrelid cross join mine where c.relnamespace = mine.id and contype = 'f'
            union all
            select 'extension ' || extname || ' ' || extversion from pg_extension
            order by 1""";

    private PublicCatalog() {}

    public static List<String> of(String url) {
        return ReferenceSample.list(url, LISTING);
    }
}
