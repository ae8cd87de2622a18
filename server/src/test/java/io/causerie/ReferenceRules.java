package io.causerie;

import io.causerie.users.EmailAddress;
import java.sql.SQLException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Every rule on stored values that the reference server relies on and that no constraint holds (contract 02, sections 2 to 4, 7 and 8), asked of all tables. A
 * fault is told as {@code table.column rule: key of the row}.
 */
public final class ReferenceRules {

    private static final String SOURCES =
            "'[\"camera\", \"microphone\", \"screen_share\", \"screen_share_audio\"]'::jsonb";
    private static final String ROLES = "role in ('member', 'administrator', 'owner')";
    private static final String LEVELS = "('public', 'trusted', 'restricted')";
    private static final String ENCODED = "~ '^(pbkdf2_sha256|pbkdf2_sha1|argon2|bcrypt_sha256|scrypt)\\$'";
    private static final List<String> DATED = List.of(
            "meet_user",
            "meet_resource",
            "meet_resource_access",
            "meet_recording",
            "meet_recording_access",
            "meet_application",
            "meet_application_domain",
            "file");
    private static final List<String> FRAMEWORK = List.of(
            "auth_group",
            "auth_group_permissions",
            "auth_permission",
            "django_admin_log",
            "django_content_type",
            "django_migrations",
            "django_session",
            "django_site",
            "easy_thumbnails_source",
            "easy_thumbnails_thumbnail",
            "easy_thumbnails_thumbnaildimensions",
            "meet_room",
            "meet_user_groups",
            "meet_user_user_permissions");

    /** What each row of a table must fulfil, by what it is about. */
    private static final Map<String, String> RULES = rules();

    private ReferenceRules() {}

    /** Every fault in the database; none when the reference server could go on with it. */
    public static List<String> faults(String url) {
        var faults = new ArrayList<String>();
        RULES.forEach((rule, condition) -> {
            var table = rule.substring(0, rule.indexOf('.'));
            faults.addAll(ReferenceSample.list(
                    url,
                    "select '%s: ' || %s from public.%s t where (%s) is not true"
                            .formatted(rule, key(table), table, condition)));
        });
        faults.addAll(tables(url));
        faults.addAll(addresses(url));
        faults.addAll(slugs(url));
        return faults.stream().sorted().toList();
    }

    private static Map<String, String> rules() {
        var rules = new LinkedHashMap<String, String>();
        DATED.forEach(table -> {
            rules.put(table + ".id is a random uuid", "substr(id::text, 15, 1) = '4'");
            rules.put(table + ".updated_at is not before created_at", "updated_at >= created_at");
            rules.put(table + ".created_at is not in the future", "created_at < now() + interval '1 minute'");
        });
        rules.put(
                "meet_user.password is stored in a form the other server reads",
                "password ~ '^!' or password " + ENCODED);
        rules.put("meet_user.sub holds its characters only", "sub is null or sub ~ '^[\\w.@+-]{0,255}$'");
        rules.put("meet_user.language is offered", "language in ('en-us', 'fr-fr', 'nl-nl', 'de-de')");
        rules.put("meet_user.timezone is known", "exists (select 1 from pg_timezone_names where name = timezone)");
        rules.put(
                "meet_user.default_room_access_level is one",
                "coalesce(default_room_access_level, '') in ('', 'public', 'trusted', 'restricted')");
        rules.put("meet_user.default_room_configuration has its shape", configuration("default_room_configuration"));
        rules.put(
                "meet_user.last_login is not in the future",
                "last_login is null or last_login < now() + interval '1 minute'");
        rules.put(
                "meet_user.is_superuser comes with a login",
                "not is_superuser or sub is not null or admin_email is not null");
        rules.put(
                "meet_resource.id has its room",
                "exists (select 1 from public.meet_room r where r.resource_id = t.id)");
        rules.put(
                "meet_room.resource_id has its resource",
                "exists (select 1 from public.meet_resource r where r.id = t.resource_id)");
        rules.put("meet_room.name is not blank", "name <> ''");
        rules.put("meet_room.configuration has its shape", configuration("configuration"));
        rules.put("meet_room.access_level is one", "access_level in " + LEVELS);
        rules.put("meet_room.pin_code is digits", "pin_code is null or pin_code ~ '^\\d{4,}$'");
        rules.put("meet_room.slug reads as no id", "slug is not null and replace(slug, '-', '') !~ '^[0-9a-f]{32}$'");
        rules.put("meet_resource_access.role is one", ROLES);
        rules.put("meet_recording.status is one", """
                status in ('initiated', 'active', 'stopped', 'saved', 'aborted', 'failed_to_start', 'failed_to_stop', 'notification_succeeded',
                    'external_process_successful', 'external_process_failed')""");
        rules.put("meet_recording.mode is one", "mode in ('screen_recording', 'transcript')");
        rules.put("meet_recording.options has its shape", """
                jsonb_typeof(options) = 'object' and not exists (
                    select 1 from jsonb_each(case jsonb_typeof(options) when 'object' then options else '{}' end) o(k, v)
                    where not case k when 'language' then jsonb_typeof(v) = 'string' when 'metadata_collector_dispatch_id' then jsonb_typeof(v) = 'string'
                        when 'transcribe' then jsonb_typeof(v) = 'boolean' when 'collect_metadata' then jsonb_typeof(v) = 'boolean'
                        when 'original_mode' then v in ('"screen_recording"', '"transcript"') else false end)""");
        rules.put(
                "meet_recording.worker_id is there while it runs",
                "status not in ('active', 'stopped') or worker_id <> ''");
        rules.put("meet_recording_access.role is one", ROLES);
        rules.put("meet_recording_access.team is reserved", "team = ''");
        rules.put("meet_application.client_id is letters and digits", "client_id ~ '^[A-Za-z0-9]+$'");
        rules.put("meet_application.client_secret is hashed", "client_secret " + ENCODED);
        rules.put("meet_application.name is not blank", "name <> ''");
        rules.put(
                "meet_application.scopes are known",
                "scopes <@ array['rooms:create', 'rooms:list', 'rooms:retrieve', 'rooms:update', 'rooms:delete']::varchar[]");
        rules.put(
                "meet_application_domain.domain is a lower-case host name",
                "domain ~ '^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z0-9-]{2,63}\\.?$'");
        rules.put("file.type is one", "type = 'background_image'");
        rules.put("file.upload_state is one", "upload_state in ('pending', 'analyzing', 'ready')");
        rules.put(
                "file.hard_deleted_at comes after deleted_at",
                "hard_deleted_at is null or deleted_at <= hard_deleted_at");
        rules.put("file.filename and title are not blank", "filename <> '' and title <> ''");
        rules.put("file.size is known when it is ready", "upload_state <> 'ready' or size >= 0");
        rules.put(
                "file.malware_detection_info is unused",
                "malware_detection_info is null or malware_detection_info = '{}'");
        rules.put("django_admin_log.action_flag is one", "action_flag in (1, 2, 3)");
        rules.put(
                "django_admin_log.change_message is a list or empty",
                "change_message = '' or jsonb_typeof(change_message::jsonb) = 'array'");
        rules.put("django_session.session_key has its form", "session_key ~ '^[a-z0-9]{32,40}$'");
        return rules;
    }

    /** Section 8: a closed list of keys; what a client may send for a truth is stored as it was sent. */
    private static String configuration(String column) {
        return """
                jsonb_typeof(%1$s) = 'object' and not exists (
                    select 1 from jsonb_each(case jsonb_typeof(%1$s) when 'object' then %1$s else '{}' end) o(k, v)
                    where not case k
                        when 'can_publish_sources' then jsonb_typeof(v) = 'null' or jsonb_typeof(v) = 'array' and v <@ %2$s
                        when 'everyone_can_mute' then jsonb_typeof(v) in ('null', 'boolean') or v in ('0', '1')
                            or jsonb_typeof(v) = 'string' and lower(v #>> '{}') in ('true', 'false', 't', 'f', 'yes', 'no', 'y', 'n', 'on', 'off', '1', '0')
                        else false end)""".formatted(column, SOURCES);
    }

    private static String key(String table) {
        return switch (table) {
            case "meet_room" -> "resource_id";
            case "django_session" -> "session_key";
            default -> "id";
        };
    }

    /** Tables come and go by the reference server's own migrations alone; so does what they record. */
    private static List<String> tables(String url) {
        var known = new ArrayList<>(DATED);
        known.addAll(FRAMEWORK);
        var found = ReferenceSample.list(
                url,
                "select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v', 'm', 'f')");
        var faults = new ArrayList<String>();
        found.stream()
                .filter(it -> !known.contains(it))
                .forEach(it -> faults.add(it + " is no table of the reference server"));
        known.stream().filter(it -> !found.contains(it)).forEach(it -> faults.add(it + " is missing"));
        if (!ReferenceSample.list(url, "select count(distinct (app, name)) from django_migrations")
                .equals(List.of("44"))) {
            faults.add("django_migrations.name is not the known head");
        }
        return faults;
    }

    private static List<String> addresses(String url) {
        var faults = new ArrayList<String>();
        for (var column : List.of("email", "admin_email")) {
            ReferenceSample.list(url, "select " + column + " from meet_user where " + column + " is not null").stream()
                    .filter(it -> !EmailAddress.isValid(it))
                    .forEach(it -> faults.add("meet_user." + column + " is an address: " + it));
        }
        return faults;
    }

    /** The other server would compute it anew at its next save, and links would change. */
    private static List<String> slugs(String url) {
        var faults = new ArrayList<String>();
        try (var connection = ReferenceSample.connection(url);
                var statement = connection.createStatement();
                var rooms = statement.executeQuery("select resource_id, name, slug from meet_room")) {
            while (rooms.next()) {
                if (!slug(rooms.getString("name")).equals(rooms.getString("slug"))) {
                    faults.add("meet_room.slug is that of the name: " + rooms.getString("resource_id"));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return faults;
    }

    /** Section 7.3, step by step, on purpose not the server's own. */
    private static String slug(String name) {
        var text = new StringBuilder();
        Normalizer.normalize(name, Normalizer.Form.NFKD)
                .chars()
                .filter(it -> it < 128)
                .forEach(it -> text.append((char) it));
        var kept = new StringBuilder();
        text.toString()
                .toLowerCase(Locale.ROOT)
                .chars()
                .filter(it -> Character.isLetterOrDigit(it) || it == '_' || it == '-' || Character.isWhitespace(it))
                .forEach(it -> kept.append(Character.isWhitespace(it) ? '-' : (char) it));
        var slug = kept.toString();
        while (slug.contains("--")) {
            slug = slug.replace("--", "-");
        }
        while (!slug.isEmpty() && "-_".indexOf(slug.charAt(0)) >= 0) {
            slug = slug.substring(1);
        }
        while (!slug.isEmpty() && "-_".indexOf(slug.charAt(slug.length() - 1)) >= 0) {
            slug = slug.substring(0, slug.length() - 1);
        }
        return slug;
    }
}
