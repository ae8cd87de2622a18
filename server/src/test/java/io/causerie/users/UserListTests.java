package io.causerie.users;

import static org.assertj.core.api.Assertions.assertThat;

import io.causerie.ApplicationTest;
import io.causerie.Http;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** {@code GET users/} where the operator lets everybody list everybody (contract 01, section 11.4). */
@ApplicationTest
@TestPropertySource(properties = "ALLOW_UNSECURE_USER_LISTING=true")
class UserListTests {

    @LocalServerPort
    int port;

    @Autowired
    TestUsers users;

    @Autowired
    JdbcClient jdbc;

    private SignedIn caller;

    @BeforeEach
    void beAlone() {
        jdbc.sql("delete from public.meet_user").update();
        caller = users.alice();
    }

    @Test
    void tellsEverybodyTheNewestFirst() {
        var bob = users.create("Bob Durand");
        users.deactivate(bob);
        var provisional = users.create("Carol Petit");
        jdbc.sql("update public.meet_user set sub = null where id = :id")
                .param("id", provisional.id())
                .update();
        var answer = list("");
        assertThat(answer.path("count").asInt()).isEqualTo(3);
        assertThat(ids(answer))
                .containsExactly(
                        provisional.id().toString(),
                        bob.id().toString(),
                        caller.user().id().toString());
        assertThat(answer.path("results").path(0).propertyNames())
                .containsExactly(
                        "id",
                        "email",
                        "full_name",
                        "short_name",
                        "timezone",
                        "language",
                        "default_room_access_level",
                        "default_room_configuration");
    }

    @Test
    void hasTwentyToAPageWhateverIsAsked() {
        for (int i = 0; i < 20; i++) {
            users.create("Person Number" + i);
        }
        var first = list("?page_size=50");
        assertThat(first.path("count").asInt()).isEqualTo(21);
        assertThat(first.path("results")).hasSize(20);
        assertThat(first.path("next").asString()).contains("page=2");
        assertThat(list("?page=2").path("results")).hasSize(1);
        assertThat(caller.http(port).get("/api/v1.0/users/?page=3").status()).isEqualTo(404);
    }

    @Test
    void findsPeopleWhoseEmailResembles() {
        named("frank_poole@example.org");
        named("nicole_foole@example.org");
        named("heywood_floyd@example.org");
        assertThat(emails("?q=oole")).containsExactly("nicole_foole@example.org", "frank_poole@example.org");
        assertThat(emails("?q=")).hasSize(4);
    }

    @Test
    void findsOneAddressAmongOthersOfItsDomain() {
        named("david.bowman@work.com");
        named("nicole.foole@work.com");
        assertThat(emails("?q=david.bowman@work.com")).containsExactly("david.bowman@work.com");
    }

    @Test
    void aPersonWithoutEmailIsNeverFound() {
        jdbc.sql("update public.meet_user set email = null where id = :id")
                .param("id", users.create("Dora Nobody").id())
                .update();
        assertThat(emails("?q=nobody")).isEmpty();
    }

    @Test
    void oddQueriesFindNobodyAndFailNothing() {
        for (var query : List.of("?q=%25%25", "?q='%22;--", "?q=%F0%9F%98%80", "?q=" + "a".repeat(5000))) {
            assertThat(caller.http(port).get("/api/v1.0/users/" + query).status())
                    .as(query)
                    .isEqualTo(200);
        }
        assertThat(caller.http(port).get("/api/v1.0/users/?q=%00").status()).isEqualTo(400);
    }

    @Test
    void strangersAreToldToSignIn() {
        assertThat(new Http(port).get("/api/v1.0/users/").status()).isEqualTo(401);
        assertThat(new Http(port).delete("/api/v1.0/users/").status()).isEqualTo(401);
        assertThat(caller.http(port).delete("/api/v1.0/users/").status()).isEqualTo(405);
    }

    private void named(String email) {
        jdbc.sql("update public.meet_user set email = :email where id = :id")
                .param("email", email)
                .param("id", users.create("Some Body").id())
                .update();
    }

    private JsonNode list(String query) {
        var answer = caller.http(port).get("/api/v1.0/users/" + query);
        assertThat(answer.status()).isEqualTo(200);
        return answer.json();
    }

    private List<String> emails(String query) {
        return Stream.of(list(query).path("results"))
                .flatMap(it -> it.valueStream().map(user -> user.path("email").asString("")))
                .toList();
    }

    private static List<String> ids(JsonNode page) {
        return page.path("results")
                .valueStream()
                .map(it -> it.path("id").asString())
                .toList();
    }
}
