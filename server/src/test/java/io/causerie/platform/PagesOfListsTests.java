package io.causerie.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.causerie.ApplicationTest;
import io.causerie.users.SignedIn;
import io.causerie.users.TestUsers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Pages of a list (contract 01, section 5), on that of rooms. */
@ApplicationTest
class PagesOfListsTests {

    private static final String ROOMS = "/api/v1.0/rooms/";

    @LocalServerPort
    int port;

    @Autowired
    TestUsers users;

    private SignedIn alice;

    @BeforeEach
    void threeRooms() {
        alice = users.alice();
        for (int i = 1; i <= 3; i++) {
            var made = alice.http(port)
                    .post(ROOMS, "{\"name\":\"Room " + i + " " + alice.user().id() + "\"}");
            assertThat(made.status()).isEqualTo(201);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "3", "x", "1.5", "99999999999999999999", "%20", "last%20"})
    void thereIsNoSuchPage(String page) {
        var answer = alice.http(port).get(ROOMS + "?page_size=2&page=" + page);
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.body()).isEqualTo("{\"detail\":\"Invalid page.\"}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "page_size=2 | 2 | ?page=2&page_size=2 | -",
                "page_size=2&page=2 | 1 | - | ?page_size=2",
                "page_size=2&page=last | 1 | - | ?page_size=2",
                "page_size=2&page= | 2 | ?page=2&page_size=2 | -",
                "page=7&page_size=2&page=2 | 1 | - | ?page_size=2",
                "page_size=1&page=2&z=%C3%A9&a=1&a=0 | 1 | ?a=1&a=0&page=3&page_size=1&z=%C3%A9 | ?a=1&a=0&page_size=1&z=%C3%A9",
                "page_size=0 | 3 | - | -",
                "page_size=-4 | 3 | - | -",
                "page_size=many | 3 | - | -",
                "page_size=99999999999999999999999 | 3 | - | -",
            })
    void linksLeadAround(String query, int size, String next, String previous) {
        var page = alice.http(port).get(ROOMS + "?" + query).json();
        assertThat(page.path("count").asInt()).isEqualTo(3);
        assertThat(page.path("results")).hasSize(size);
        assertThat(page.path("next").asString(null)).isEqualTo(absolute(next));
        assertThat(page.path("previous").asString(null)).isEqualTo(absolute(previous));
    }

    @Test
    void theFirstPageOfNothingIsAPage() {
        var nobody = users.bob().http(port).get(ROOMS + "?page=1");
        assertThat(nobody.body()).isEqualTo("{\"count\":0,\"next\":null,\"previous\":null,\"results\":[]}");
        assertThat(users.bob().http(port).get(ROOMS + "?page=2").status()).isEqualTo(404);
    }

    @Test
    void aNulCharacterIsRefused() {
        var answer = alice.http(port).get(ROOMS + "?page=%00");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).isEqualTo("{\"page\":[\"Null characters are not allowed.\"]}");
    }

    private String absolute(String query) {
        return query == null ? null : "http://127.0.0.1:" + port + ROOMS + query;
    }
}
