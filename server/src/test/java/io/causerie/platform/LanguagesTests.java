package io.causerie.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.causerie.ApplicationTest;
import io.causerie.Http;
import io.causerie.users.TestUsers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The language of messages (contract 01, section 6). */
@ApplicationTest
class LanguagesTests {

    @LocalServerPort
    int port;

    @Autowired
    TestUsers users;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "- | - | en-us",
                "fr | - | fr-fr",
                "fr-CA | - | fr-fr",
                "FR-fr | - | fr-fr",
                "en-GB | - | en-us",
                "de-AT,fr;q=0.9 | - | de-de",
                "fr;q=0.5,nl;q=0.8 | - | nl-nl",
                "xx,de;q=0.1 | - | de-de",
                "*,fr;q=0.1 | - | en-us",
                "fr;q=0 | - | en-us",
                "not a language;;q | - | en-us",
                "de | fr-fr | fr-fr",
                "de | fr | fr-fr",
                "de | xx | de-de",
                "de | ../etc | de-de",
            })
    void isChosenByTheRequest(String accepted, String cookie, String expected) {
        var http = new Http(port);
        if (accepted != null) {
            http.with("Accept-Language", accepted);
        }
        if (cookie != null) {
            http.with("Cookie", "django_language=" + cookie);
        }
        var answer = http.get("/api/v1.0/config/");
        assertThat(answer.header("Content-Language")).isEqualTo(expected);
        assertThat(answer.header("Vary")).contains("Accept-Language");
    }

    @ParameterizedTest
    @CsvSource({
        "en, Authentication credentials were not provided.",
        "fr, Vous devez vous connecter pour continuer.",
        "de, Bitte melden Sie sich an.",
        "nl, Meld u aan om verder te gaan.",
    })
    void tellsWhatIsWrong(String language, String detail) {
        var answer = new Http(port).with("Accept-Language", language).get("/api/v1.0/users/me/");
        assertThat(answer.json().path("detail").asString()).isEqualTo(detail);
    }

    @Test
    void tellsTheFaultsOfFields() {
        var alice = users.alice().http(port).with("Accept-Language", "fr");
        assertThat(alice.post("/api/v1.0/rooms/", "{\"access_level\":\"open\"}").body())
                .isEqualTo("{\"name\":[\"Ce champ est obligatoire.\"],"
                        + "\"access_level\":[\"« open » n'est pas un choix possible.\"]}");
        assertThat(alice.delete("/api/v1.0/users/").body())
                .isEqualTo("{\"detail\":\"La méthode « DELETE » n'est pas autorisée.\"}");
    }

    @Test
    void isNotThatOfTheAccount() {
        var french = users.signIn(users.create("Claire Petit", "fr-fr", "UTC"));
        assertThat(french.http(port).get("/api/v1.0/rooms/?page=9").body()).isEqualTo("{\"detail\":\"Invalid page.\"}");
    }
}
