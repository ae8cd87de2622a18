package io.causerie.storage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OriginalUrlTests {

    @ParameterizedTest
    @CsvSource({
        "https://h/media/recordings/x.mp4,          /media/recordings/x.mp4",
        "https://h/media/recordings/x.mp4?a=b#c,    /media/recordings/x.mp4",
        "/media/recordings/x.mp4,                   /media/recordings/x.mp4",
        "/prefix/media/recordings/x.mp4,            /prefix/media/recordings/x.mp4",
        "/media/recordings%2Fx.mp4,                 /media/recordings%2Fx.mp4",
        "//media/recordings/x.mp4,                  /recordings/x.mp4",
        "/x?u=/media/recordings/x.mp4,              /x",
        "/x#/media/recordings/x.mp4,                /x",
        "http://[::1]:8080/media/recordings/x.mp4,  /media/recordings/x.mp4"
    })
    void findsThePath(String url, String path) {
        assertThat(OriginalUrl.path(url)).contains(path);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://[::1/media/recordings/x.mp4", "http://::1]/media/recordings/x.mp4"})
    void findsNoneInWhatIsNoUrl(String url) {
        assertThat(OriginalUrl.path(url)).isEmpty();
    }
}
