package io.causerie.platform;

import static io.causerie.ReferenceSample.list;
import static io.causerie.ReferenceSample.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.causerie.PublicCatalog;
import io.causerie.ReferenceSample;
import io.causerie.TestDatabase;
import java.util.List;
import java.util.concurrent.Executors;
import org.assertj.core.api.AbstractThrowableAssert;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Contract 02, section 12.1, case by case: what is found, what is done, what is said. */
class ReferenceSchemaTests {

    @Test
    void createsTheReferenceSchemaInAnEmptyDatabase() {
        var url = TestDatabase.create();
        takeOver(url);
        assertThat(list(url, "select count(*) from django_migrations")).containsExactly("44");
        assertThat(list(url, "select count(*) from meet_room")).containsExactly("0");
        assertThat(PublicCatalog.of(url)).isEqualTo(PublicCatalog.of(ReferenceSample.schema(it -> true)));
    }

    @Test
    void startsAgainOnWhatItCreated() {
        var url = TestDatabase.create();
        takeOver(url);
        takeOver(url);
        assertThat(list(url, "select count(*) from django_migrations")).containsExactly("44");
    }

    @Test
    void adoptsADatabaseAtTheHeadWithoutTouchingIt() {
        var url = ReferenceSample.create();
        var before = PublicCatalog.of(url);
        var rows = rows(url);
        takeOver(url);
        assertThat(PublicCatalog.of(url)).isEqualTo(before);
        assertThat(rows(url)).isEqualTo(rows);
        assertThat(list(url, "select to_regclass('causerie.session') is not null"))
                .containsExactly("t");
    }

    @Test
    void letsSeveralServersStartAtOnce() throws Exception {
        var url = TestDatabase.create();
        try (var servers = Executors.newVirtualThreadPerTaskExecutor()) {
            var started = List.of(
                    servers.submit(() -> takeOver(url)),
                    servers.submit(() -> takeOver(url)),
                    servers.submit(() -> takeOver(url)));
            for (var one : started) {
                one.get();
            }
        }
        assertThat(list(url, "select count(*) from django_migrations")).containsExactly("44");
    }

    @Test
    void refusesTheTablesOfAnotherApplication() {
        var url = TestDatabase.create();
        run(url, "create table file (id int); create table wp_posts (id int)");
        refuses(url).hasMessageContaining("another application").hasMessageContaining("file, wp_posts");
    }

    @Test
    void mindsNoTablesAnExtensionBrings() {
        var url = TestDatabase.create();
        run(url, "create extension pg_trgm; create extension if not exists pg_stat_statements");
        takeOver(url);
        assertThat(list(url, "select count(*) from django_migrations")).containsExactly("44");
    }

    @Test
    void refusesPeopleOfUnknownOrigin() {
        var url = ReferenceSample.create();
        run(url, "drop table django_migrations");
        refuses(url).hasMessageContaining("origin is unknown");
    }

    @Test
    void refusesAnotherDjangoApplication() {
        refuses(ReferenceSample.schema(it -> !it.startsWith("core.")))
                .hasMessageContaining("another Django application");
    }

    @Test
    void tellsAnOlderHeadByItsReleasesAndTheWayOn() {
        refuses(ReferenceSample.schema(it -> !it.matches("core\\.00(17|18|19|2.).*")))
                .hasMessageContaining("is at core.0016_recording_options (head of releases v1.2.0 to v1.10.0)")
                .hasMessageContaining("core.0017_file, core.0018_rename_active_application_is_active")
                .hasMessageContaining("python manage.py migrate");
    }

    @Test
    void tellsAHalfMigratedOne() {
        refuses(ReferenceSample.schema(it -> !it.startsWith("core.0014")))
                .hasMessageContaining("is at core.0022")
                .hasMessageContaining("interrupted")
                .hasMessageContaining("[core.0014_room_pin_code]");
    }

    @Test
    void tellsAnInterruptedMigrationOfTheFramework() {
        refuses(ReferenceSample.schema(it -> !it.startsWith("sites.")))
                .hasMessageContaining("framework")
                .hasMessageContaining("[sites.0001_initial, sites.0002_alter_domain_unique]");
    }

    @Test
    void refusesANewerHeadUnlessTheOperatorAcceptsIt() {
        var url = ReferenceSample.create();
        run(url, "insert into django_migrations (app, name, applied) values ('core', '0023_shiny', now())");
        refuses(url).hasMessageContaining("core.0023_shiny").hasMessageContaining("CAUSERIE_ACCEPTED_MIGRATIONS");
        takeOver(url, "core.0023_shiny");
    }

    @Test
    void mindsNoMigrationOfOthersNorTheOneRenamedBeforeItsRelease() {
        var url = ReferenceSample.create();
        run(url, """
                insert into django_migrations (app, name, applied)
                values ('core', '0019_alter_file_upload_state', now()), ('plugin', '0001_initial', now()), ('core', '0001_initial', now())""");
        takeOver(url);
    }

    @Test
    void refusesCodeFromBeforeTheFirstRelease() {
        var url = ReferenceSample.create();
        run(url, """
                insert into django_migrations (app, name, applied)
                values ('core', '0003_resource_remove_documentaccess_document_and_more', now())""");
        refuses(url).hasMessageContaining("before the first release");
    }

    @Test
    void tellsEveryDifferenceBetweenTheTablesAndTheirMigrationsAtOnce() {
        var url = ReferenceSample.schema(it -> true);
        run(url, """
                alter table meet_recording drop column external_process_id;
                alter table meet_room alter column slug type text;
                alter table meet_user alter column email set not null;
                alter table file add column colour text not null;
                alter table file add column shade text;
                alter table file add column tint text not null default 'none';
                drop index unique_recording_user;
                alter table meet_recording_access drop constraint check_recording_access_either_user_or_team""");
        refuses(url)
                .hasMessageContaining("meet_recording.external_process_id is missing")
                .hasMessageContaining("meet_room.slug is text instead of character varying(100)")
                .hasMessageContaining(
                        "meet_user.email is character varying(254) NOT NULL instead of character varying(254)")
                .hasMessageContaining("file.colour is unknown and has no default")
                .hasMessageContaining("unique_recording_user is missing")
                .hasMessageContaining("check_recording_access_either_user_or_team is missing")
                .hasMessageContaining("meet_recording_external_process_id_key is missing")
                .hasMessageNotContaining("shade")
                .hasMessageNotContaining("tint");
    }

    @Test
    void refusesASchemaOfOursThatIsSomebodyElses() {
        var url = ReferenceSample.create();
        run(url, "create schema causerie; create table causerie.chat (id int)");
        refuses(url).hasMessageContaining("schema causerie");
    }

    @Test
    void refusesAnEncodingThatCannotHoldAllNames() {
        var url = TestDatabase.create();
        run(url, "create database latin template template0 encoding 'LATIN1' locale 'C'");
        refuses(url.replaceFirst("/test_\\d+", "/latin")).hasMessageContaining("LATIN1 instead of UTF8");
    }

    @Test
    void tellsThatTheUserMayNotCreate() {
        var url = TestDatabase.create();
        var database = url.replaceFirst(".*/(test_\\d+).*", "$1");
        run(url, "create role poor_" + database + " login; create extension pg_trgm");
        var source = new DriverManagerDataSource(url.replaceFirst("\\?.*", ""), "poor_" + database, "");
        assertThatThrownBy(() -> takeOver(source, List.of()))
                .isInstanceOf(UnsuitableDatabase.class)
                .hasMessageContaining("cannot be created: SQLSTATE 42501")
                .hasMessageContaining("the right to create");
        assertThat(list(url, "select relname from pg_class where relname like 'meet%'"))
                .isEmpty();
    }

    private static AbstractThrowableAssert<?, ?> refuses(String url) {
        var before = PublicCatalog.of(url);
        var refusal = assertThatThrownBy(() -> takeOver(url)).isInstanceOf(UnsuitableDatabase.class);
        assertThat(PublicCatalog.of(url)).isEqualTo(before);
        return refusal;
    }

    private static Void takeOver(String url, String... accepted) {
        takeOver(new DriverManagerDataSource(url, "postgres", ""), List.of(accepted));
        return null;
    }

    private static void takeOver(DriverManagerDataSource source, List<String> accepted) {
        var flyway = Flyway.configure()
                .dataSource(source)
                .locations("classpath:db/causerie")
                .schemas("causerie")
                .table("schema_history")
                .load();
        new ReferenceSchema(source, new TakeoverProperties(accepted)).migrate(flyway);
    }

    /** All rows of all tables, as text. */
    private static List<String> rows(String url) {
        return list(url, """
                select relname || ' ' || query_to_xml('select * from public.' || relname || ' order by 1', true, true, '')::text
                from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' order by 1""");
    }
}
