package io.causerie;

import static org.assertj.core.api.Assertions.assertThat;

import io.causerie.platform.Commands;
import io.causerie.users.SignedIn;
import io.causerie.users.TestUsers;
import io.causerie.users.Users;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ContextConfiguration;

/**
 * A database of the reference server with everything in it that may be odd: read, used and left as that server could go on with it (contract 02, section 12.3).
 */
@ContextConfiguration(initializers = WayBackTests.Adopted.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class WayBackTests extends AdoptedDatabaseTest {

    private static final String URL = ReferenceSample.create();
    private static final List<String> CATALOG = PublicCatalog.of(URL);
    private static final List<String> FAULTS = ReferenceRules.faults(URL);
    private static final String ROOM = "00000000-0000-4000-9000-00000000000";

    @LocalServerPort
    int port;

    @Autowired
    TestUsers people;

    @Autowired
    Users users;

    @Test
    @Order(1)
    void theCheckerSeesWhatIsOddInTheSample() {
        assertThat(FAULTS)
                .contains(
                        "meet_room.configuration has its shape: " + ROOM + "5",
                        "meet_room.configuration has its shape: " + ROOM + "6",
                        "meet_room.configuration has its shape: " + ROOM + "8",
                        "meet_room.pin_code is digits: " + ROOM + "7",
                        "meet_room.slug is that of the name: " + ROOM + "8",
                        "meet_resource.id has its room: " + ROOM + "9",
                        "meet_recording.mode is one: 00000000-0000-4000-b000-000000000008",
                        "meet_recording.options has its shape: 00000000-0000-4000-b000-000000000008",
                        "meet_recording_access.team is reserved: 00000000-0000-4000-b100-000000000024",
                        "meet_user.language is offered: 00000000-0000-4000-8000-000000000010",
                        "meet_user.timezone is known: 00000000-0000-4000-8000-000000000010",
                        "meet_user.timezone is known: 00000000-0000-4000-8000-000000000011",
                        "meet_application.name is not blank: 00000000-0000-4000-d000-000000000002")
                .noneMatch(it -> it.startsWith("django_migrations") || it.contains("no table"));
    }

    @Test
    @Order(2)
    void everyOddRowCanBeRead() {
        var ada = people("sub-ada");
        assertThat(statuses(
                        ada.http(port),
                        "/api/v1.0/users/me/",
                        "/api/v1.0/rooms/?page_size=100",
                        "/api/v1.0/recordings/?page_size=100"))
                .containsOnly(200);
        assertThat(ada.http(port)
                        .get("/api/v1.0/rooms/?page_size=100")
                        .json()
                        .get("count")
                        .asInt())
                .isEqualTo(6);
        assertThat(ada.http(port)
                        .get("/api/v1.0/recordings/?page_size=100")
                        .json()
                        .get("count")
                        .asInt())
                .isEqualTo(8);
        for (int n = 1; n <= 8; n++) {
            assertThat(ada.http(port).get("/api/v1.0/rooms/" + ROOM + n + "/").status())
                    .as("room " + n)
                    .isEqualTo(200);
            assertThat(new Http(port).get("/api/v1.0/rooms/" + ROOM + n + "/").status())
                    .as("room " + n)
                    .isEqualTo(200);
            assertThat(ada.http(port)
                            .get("/api/v1.0/recordings/00000000-0000-4000-b000-00000000000" + n + "/")
                            .status())
                    .as("recording " + n)
                    .isEqualTo(200);
        }
        assertThat(new Http(port)
                        .get("/api/v1.0/rooms/reunion-dequipe/")
                        .json()
                        .get("id")
                        .asString())
                .isEqualTo(ROOM + "1");
        for (var sub : List.of("sub-bob", "sub-room-kit", "sub-odd", "sub-nowhere")) {
            assertThat(people(sub).http(port).get("/api/v1.0/users/me/").status())
                    .as(sub)
                    .isEqualTo(200);
        }
        assertThat(people("sub-left").http(port).get("/api/v1.0/users/me/").status())
                .isEqualTo(401);
    }

    @Test
    @Order(3)
    void whatWeWriteIsWhatTheReferenceServerReads(@TempDir Path objects) {
        var ada = people("sub-ada").http(port);
        var alice = people.alice().http(port);
        for (var name : List.of("Été à l’Ouest", "a__b--c", "_a_-", "x".repeat(100), "ﬁne ①")) {
            assertThat(alice.post("/api/v1.0/rooms/", "{\"name\":\"" + name + "\"}")
                            .status())
                    .as(name)
                    .isEqualTo(201);
        }
        assertThat(alice.post("/api/v1.0/rooms/", "{\"name\":\"!!!\"}").status())
                .as("a second empty slug")
                .isEqualTo(400);
        assertThat(ada.patch("/api/v1.0/rooms/" + ROOM + "2/", "{\"name\":\"Nothing of hers\"}")
                        .status())
                .isGreaterThanOrEqualTo(400);
        assertThat(ada.patch(
                                "/api/v1.0/rooms/" + ROOM + "3/",
                                "{\"name\":\"Gäste\",\"access_level\":\"restricted\","
                                        + "\"configuration\":{\"everyone_can_mute\":\"off\",\"can_publish_sources\":[]}}")
                        .status())
                .isEqualTo(200);
        preferences();
        assertThat(ada.post(
                                "/api/v1.0/rooms/" + ROOM + "3/start-recording/",
                                "{\"mode\":\"screen_recording\",\"options\":{\"language\":\"fr\"}}")
                        .status())
                .isGreaterThanOrEqualTo(500);
        assertThat(ada.delete("/api/v1.0/recordings/00000000-0000-4000-b000-000000000003/")
                        .status())
                .isEqualTo(204);
        assertThat(ada.delete("/api/v1.0/rooms/" + ROOM + "1/").status()).isEqualTo(204);
        assertThat(ReferenceSample.list(URL, "select count(*) from meet_recording"))
                .containsExactly("2");
        commands(objects);
        var faults = new ArrayList<>(ReferenceRules.faults(URL));
        faults.removeAll(FAULTS);
        assertThat(faults).isEmpty();
    }

    @Test
    @Order(4)
    void nothingInPublicIsAltered() {
        assertThat(PublicCatalog.of(URL)).doesNotContainNull().isEqualTo(CATALOG);
    }

    private void preferences() {
        var bob = people("sub-bob");
        var path = "/api/v1.0/users/" + bob.user().id() + "/";
        assertThat(bob.http(port)
                        .patch(
                                path,
                                "{\"language\":\"nl-nl\",\"timezone\":\"Europe/Amsterdam\",\"default_room_access_level\":\"trusted\","
                                        + "\"default_room_configuration\":{\"everyone_can_mute\":\"0\"}}")
                        .status())
                .isEqualTo(200);
        var odd = people("sub-odd");
        assertThat(odd.http(port)
                        .patch("/api/v1.0/users/" + odd.user().id() + "/", "{\"language\":\"de-de\"}")
                        .status())
                .isEqualTo(200);
    }

    private static void commands(Path objects) {
        var commands = Commands.on(URL, "CAUSERIE_OBJECT_FOLDER=" + objects);
        for (var line : List.of(
                "createsuperuser --email new@example.org --password long-enough",
                "createsuperuser --email eve@example.org",
                "merge_duplicate_users",
                "clean_pending_files",
                "purge_deleted_files",
                "create_demo --force",
                "clearsessions")) {
            var outcome = commands.run(line.split(" "));
            assertThat(outcome.code()).as(line + ": " + outcome.err()).isZero();
        }
    }

    private SignedIn people(String sub) {
        return people.signIn(users.bySub(sub).orElseThrow());
    }

    private static List<Integer> statuses(Http http, String... paths) {
        return List.of(paths).stream().map(it -> http.get(it).status()).toList();
    }

    /** Gives the server the sample instead of an empty database. */
    static class Adopted implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            TestPropertyValues.of(ApplicationTest.DATABASE + "=" + URL).applyTo(context);
        }
    }
}
