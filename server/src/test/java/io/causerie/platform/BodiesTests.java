package io.causerie.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.causerie.ApplicationTest;
import io.causerie.Http;
import io.causerie.Wire;
import io.causerie.users.SignedIn;
import io.causerie.users.TestUsers;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Bodies of requests (contract 01, sections 3, 3.1, 4 and 10.5), on the person's own account and on rooms. */
@ApplicationTest
class BodiesTests {

    private static final String FORM = "multipart/form-data; boundary=b";

    @LocalServerPort
    int port;

    @Autowired
    TestUsers users;

    private SignedIn alice;
    private String self;

    @BeforeEach
    void signIn() {
        alice = users.alice();
        self = "/api/v1.0/users/" + alice.user().id() + "/";
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[] | {\"non_field_errors\":[\"Invalid data. Expected a dictionary, but got list.\"]}",
                "\"x\" | {\"non_field_errors\":[\"Invalid data. Expected a dictionary, but got str.\"]}",
                "5 | {\"non_field_errors\":[\"Invalid data. Expected a dictionary, but got int.\"]}",
                "5.5 | {\"non_field_errors\":[\"Invalid data. Expected a dictionary, but got float.\"]}",
                "true | {\"non_field_errors\":[\"Invalid data. Expected a dictionary, but got bool.\"]}",
                "null | {\"non_field_errors\":[\"No data provided\"]}",
            })
    void whatIsNoObjectIsRefused(String body, String expected) {
        var answer = alice.http(port).patch(self, body);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "{\"a\":}",
                "{'a':1}",
                "{\"a\":NaN}",
                "{\"a\":Infinity}",
                "{\"a\":1}}",
                "{} {}",
                "x",
                " ",
                "\uFEFF{}",
                "{\"a\":01}",
                "{\"a\":\"\t\"}",
                "{,}",
                "[1,]"
            })
    void whatIsNoJsonIsRefused(String body) {
        var answer = alice.http(port).patch(self, body);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("detail").asString()).startsWith("JSON parse error - ");
    }

    @Test
    void bytesThatAreNotUtf8AreRefused() {
        var latin = "{\"timezone\":\"é\"}".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(sent("PATCH", BodyPublishers.ofByteArray(latin), "application/json; charset=latin-1")
                        .json()
                        .path("detail")
                        .asString())
                .startsWith("JSON parse error - ");
        var wide = "{}".getBytes(StandardCharsets.UTF_16);
        assertThat(sent("PATCH", BodyPublishers.ofByteArray(wide), "application/json")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void deepNestingIsRefusedAndNeverAFailure() {
        for (var opening : List.of("[", "{\"a\":")) {
            var answer = alice.http(port).patch(self, opening.repeat(100_000));
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.json().path("detail").asString()).startsWith("JSON parse error - ");
        }
        var balanced = "{\"default_room_configuration\":" + "[".repeat(400) + "]".repeat(400) + "}";
        assertThat(alice.http(port).patch(self, balanced).status()).isEqualTo(400);
    }

    @Test
    void ofDuplicateKeysTheLastWins() {
        var answer = alice.http(port).patch(self, "{\"timezone\":\"UTC\",\"timezone\":\"Asia/Tokyo\"}");
        assertThat(answer.json().path("timezone").asString()).isEqualTo("Asia/Tokyo");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "text/plain", "application/x-www-form-urlencoded", "nonsense", FORM})
    void anEmptyBodyIsAnEmptyObjectWhateverItsType(String type) {
        assertThat(sent("PATCH", BodyPublishers.ofByteArray(new byte[0]), type).status())
                .isEqualTo(200);
    }

    @Test
    void anEmptyBodyWithoutATypeIsAnEmptyObject() {
        assertThat(sent("PATCH", BodyPublishers.noBody(), null).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "application/x-www-form-urlencoded",
                "nonsense",
                "application/json5",
                "application/xml; charset=x"
            })
    void anotherTypeIsNotSupported(String type) {
        for (var method : List.of("PATCH", "PUT")) {
            var answer = sent(method, BodyPublishers.ofString("timezone=UTC"), type);
            assertThat(answer.status()).isEqualTo(415);
            assertThat(answer.body())
                    .isEqualTo("{\"detail\":\"Unsupported media type \\\"" + type + "\\\" in request.\"}");
        }
        var answer = alice.http(port).send("POST", "/api/v1.0/rooms/", BodyPublishers.ofString("name=x"), type);
        assertThat(answer.status()).isEqualTo(415);
    }

    @Test
    void aFormThatSomebodyLookedIntoIsStillNotSupported() {
        var http = new Http(port).with("Cookie", alice.cookies());
        var form = "csrfmiddlewaretoken=" + alice.csrf() + "&name=x";
        var answer = http.send(
                "POST", "/api/v1.0/rooms/", BodyPublishers.ofString(form), "application/x-www-form-urlencoded");
        assertThat(answer.status()).isEqualTo(415);
    }

    @Test
    void aBodyWithoutATypeIsNotSupported() {
        var answer = sent("PATCH", BodyPublishers.ofString("{}"), null);
        assertThat(answer.status()).isEqualTo(415);
        assertThat(answer.body()).isEqualTo("{\"detail\":\"Unsupported media type \\\"\\\" in request.\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Application/JSON", "application/json; charset=utf-16", "application/json;charset=\"utf-8\""})
    void theTypeIsReadWithoutItsParameters(String type) {
        assertThat(sent("PATCH", BodyPublishers.ofString("{\"timezone\":\"UTC\"}"), type)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void largeBodiesAreRefused() {
        var large = "{\"x\":\"" + "y".repeat(1 << 20) + "\"}";
        assertThat(alice.http(port).patch(self, large).status()).isEqualTo(413);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{} | {\"name\":[\"This field is required.\"]}",
                "{\"name\":null} | {\"name\":[\"This field may not be null.\"]}",
                "{\"name\":\" \\n \"} | {\"name\":[\"This field may not be blank.\"]}",
                "{\"name\":true} | {\"name\":[\"Not a valid string.\"]}",
                "{\"name\":[\"x\"]} | {\"name\":[\"Not a valid string.\"]}",
                "{\"name\":{}} | {\"name\":[\"Not a valid string.\"]}",
                "{\"name\":\"a\\u0000b\"} | {\"name\":[\"Null characters are not allowed.\"]}",
                "{\"name\":\"a\\ud800b\"} | {\"name\":[\"Surrogate characters are not allowed: U+D800.\"]}",
                "{\"name\":\"x\",\"access_level\":\"open\"} | {\"access_level\":[\"\\\"open\\\" is not a valid choice.\"]}",
                "{\"name\":\"x\",\"access_level\":\"\"} | {\"access_level\":[\"\\\"\\\" is not a valid choice.\"]}",
                "{\"name\":\"x\",\"access_level\":true} | {\"access_level\":[\"\\\"True\\\" is not a valid choice.\"]}",
                "{\"name\":\"x\",\"access_level\":\"Public\"} | {\"access_level\":[\"\\\"Public\\\" is not a valid choice.\"]}",
                "{\"access_level\":null,\"configuration\":null} | {\"name\":[\"This field is required.\"],\"access_level\":[\"This field may not be null.\"],\"configuration\":[\"This field may not be null.\"]}",
            })
    void everyFaultOfAFieldIsTold(String body, String expected) {
        var answer = alice.http(port).post("/api/v1.0/rooms/", body);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).isEqualTo(expected);
    }

    @Test
    void lengthIsCountedInCharacters() {
        var answer = alice.http(port).post("/api/v1.0/rooms/", "{\"name\":\"" + "😀".repeat(501) + "\"}");
        assertThat(answer.body()).isEqualTo("{\"name\":[\"Ensure this field has no more than 500 characters.\"]}");
    }

    @Test
    void aNumberIsAText() {
        var number = System.nanoTime();
        var answer = alice.http(port).post("/api/v1.0/rooms/", "{\"name\":" + number + "}");
        assertThat(answer.json().path("name").asString()).isEqualTo(String.valueOf(number));
    }

    @Test
    void theAddressIsNoPartOfTheBody() {
        var answer = alice.http(port).post("/api/v1.0/rooms/?name=x", "{}");
        assertThat(answer.body()).isEqualTo("{\"name\":[\"This field is required.\"]}");
        assertThat(form("POST", "/api/v1.0/rooms/?name=x", part("access_level", "public"))
                        .body())
                .isEqualTo("{\"name\":[\"This field is required.\"]}");
    }

    @Test
    void aFormNestsByDotsAndBrackets() {
        var name = "Form " + alice.user().id();
        var made = form(
                "POST",
                "/api/v1.0/rooms/",
                part("name", name),
                part("configuration.can_publish_sources[0]", "camera"),
                part("configuration.can_publish_sources[1]", "microphone"),
                part("configuration.everyone_can_mute", "False"));
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.json().path("configuration").toString())
                .isEqualTo("{\"can_publish_sources\":[\"camera\",\"microphone\"],\"everyone_can_mute\":\"False\"}");
    }

    @Test
    void formsReplaceAndChangeAsWell() {
        assertThat(form("PUT", self, part("timezone", "UTC"), part("timezone", "Asia/Tokyo"))
                        .json()
                        .path("timezone")
                        .asString())
                .isEqualTo("Asia/Tokyo");
        assertThat(form("PATCH", self, part("default_room_configuration.everyone_can_mute", "off"))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void aFormWithoutPartsIsAnEmptyObject() {
        assertThat(sent("PATCH", BodyPublishers.ofString("--b--\r\n"), FORM).status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", " ", "a.", ".a", "a..b", "a[", "a[x]", "a[]", "[0]", "a[0", "a]", "a[5]", "a[0]b"})
    void aMalformedKeyOfAFormIsRefused(String key) {
        var answer = form("PATCH", self, part(key, "x"));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("detail").asString()).startsWith("Multipart form parse error");
    }

    @Test
    void aKeyThatIsTwoThingsIsRefused() {
        assertThat(form("PATCH", self, part("a", "x"), part("a.b", "y")).status())
                .isEqualTo(400);
        assertThat(form("PATCH", self, part("a[0]", "x"), part("a.b", "y")).status())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"multipart/form-data", "multipart/form-data; boundary=", FORM})
    void aFormThatCannotBeReadIsRefused(String type) {
        var answer = sent("PATCH", BodyPublishers.ofString("--b\r\nnonsense"), type);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header("Content-Type")).isEqualTo("application/json");
    }

    @Test
    void aFileIsNoText() {
        var file = "--b\r\nContent-Disposition: form-data; name=\"name\"; filename=\"a.txt\"\r\n\r\nx\r\n";
        var answer = form("POST", "/api/v1.0/rooms/", file);
        assertThat(answer.body()).isEqualTo("{\"name\":[\"Not a valid string.\"]}");
    }

    @Test
    void aThousandFieldsAreEnough() {
        assertThat(form("PATCH", self, parts(1000)).status()).isEqualTo(200);
        for (int many : new int[] {1001, 5000}) {
            var answer = form("PATCH", self, parts(many));
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.body()).contains("<title>Bad Request (400)</title>");
        }
    }

    @Test
    void aFormOfThreeMegabytesIsTooMuch() {
        var form =
                "--b\r\nContent-Disposition: form-data; name=\"x\"\r\n\r\n" + "y".repeat(2_700_000) + "\r\n--b--\r\n";
        var answer = new Wire(port)
                .send(("PATCH " + self + " HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\nConnection: close\r\nCookie: "
                                + alice.cookies() + "\r\nX-CSRFToken: " + alice.csrf() + "\r\nContent-Type: " + FORM
                                + "\r\nContent-Length: " + form.length() + "\r\n\r\n" + form)
                        .getBytes(StandardCharsets.ISO_8859_1));
        assertThat(Wire.status(answer)).isEqualTo(400);
        assertThat(answer).contains("<title>Bad Request (400)</title>");
    }

    private static String[] parts(int count) {
        var parts = new ArrayList<String>();
        for (int i = 0; i < count; i++) {
            parts.add(part("f" + i, "x"));
        }
        return parts.toArray(String[]::new);
    }

    private static String part(String name, String value) {
        return "--b\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
    }

    private Http.Answer form(String method, String path, String... parts) {
        return alice.http(port).send(method, path, BodyPublishers.ofString(String.join("", parts) + "--b--\r\n"), FORM);
    }

    private Http.Answer sent(String method, BodyPublisher body, String type) {
        return alice.http(port).send(method, self, body, type);
    }
}
