package io.causerie.storage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every object store does; each implementation passes it. */
interface ObjectStoreContract {

    /** The store under test. */
    ObjectStore store();

    /** Another replica, or the same one after a restart. */
    ObjectStore again() throws IOException;

    default String aKey() {
        return "recordings/" + UUID.randomUUID() + ".mp4";
    }

    private String text(String key) throws IOException {
        var size = store().head(key).orElseThrow().size();
        try (var in = store().read(key, 0, size).orElseThrow()) {
            return new String(in.readAllBytes(), UTF_8);
        }
    }

    private void write(String key, String text) throws IOException {
        byte[] bytes = text.getBytes(UTF_8);
        store().write(key, "video/mp4", new ByteArrayInputStream(bytes), bytes.length);
    }

    @Test
    default void givesBackWhatWasWritten() throws IOException {
        var key = aKey();
        write(key, "hello");
        var head = store().head(key).orElseThrow();
        assertThat(head.size()).isEqualTo(5);
        assertThat(head.contentType()).isEqualTo("video/mp4");
        assertThat(head.etag()).startsWith("\"").endsWith("\"");
        assertThat(Duration.between(head.modified(), Instant.now()).abs()).isLessThan(Duration.ofMinutes(1));
        assertThat(text(key)).isEqualTo("hello");
    }

    @Test
    default void replacesAnObjectAndItsTag() throws IOException {
        var key = aKey();
        write(key, "first");
        var etag = store().head(key).orElseThrow().etag();
        write(key, "second one");
        assertThat(text(key)).isEqualTo("second one");
        assertThat(store().head(key).orElseThrow().etag()).isNotEqualTo(etag);
    }

    @Test
    default void readsARange() throws IOException {
        var key = aKey();
        write(key, "0123456789");
        try (var in = store().read(key, 3, 4).orElseThrow()) {
            assertThat(new String(in.readAllBytes(), UTF_8)).isEqualTo("3456");
        }
    }

    @Test
    default void letsGoOfAReadThatIsLeftEarly() throws IOException {
        var key = aKey();
        write(key, "x".repeat(3_000_000));
        for (int i = 0; i < 20; i++) {
            try (var in = store().read(key, 0, 3_000_000).orElseThrow()) {
                assertThat(in.read()).isEqualTo('x');
            }
        }
    }

    @Test
    default void hasNothingWhereNothingWasWritten() throws IOException {
        assertThat(store().head(aKey())).isEmpty();
        assertThat(store().read(aKey(), 0, 10)).isEmpty();
        assertThat(store().publish(aKey(), "video/mp4")).isEmpty();
        assertThat(store().appended(aKey())).isZero();
        store().delete(aKey());
        store().discard(aKey());
    }

    @Test
    default void deletes() throws IOException {
        var key = aKey();
        write(key, "gone");
        store().delete(key);
        assertThat(store().head(key)).isEmpty();
    }

    @Test
    default void leavesNothingOfAWriteThatBreaksOff() throws IOException {
        var key = aKey();
        var broken = new InputStream() {
            private int left = 100_000;

            @Override
            public int read() throws IOException {
                if (--left < 0) {
                    throw new IOException("broken off");
                }
                return 1;
            }
        };
        assertThatThrownBy(() -> store().write(key, "video/mp4", broken, 200_000))
                .isInstanceOf(IOException.class);
        assertThat(store().head(key)).isEmpty();
    }

    @Test
    default void showsWhatIsAppendedOnlyOncePublished() throws IOException {
        var key = aKey();
        assertThat(store().append(key, 0, "one".getBytes(UTF_8))).isEqualTo(3);
        assertThat(store().append(key, 3, "two".getBytes(UTF_8))).isEqualTo(6);
        assertThat(store().head(key)).isEmpty();
        assertThat(store().appended(key)).isEqualTo(6);
        assertThat(store().publish(key, "video/mp4").orElseThrow().size()).isEqualTo(6);
        assertThat(text(key)).isEqualTo("onetwo");
        assertThat(store().head(key).orElseThrow().contentType()).isEqualTo("video/mp4");
        assertThat(store().appended(key)).isZero();
    }

    @Test
    default void publishesTwiceWithoutHarm() throws IOException {
        var key = aKey();
        store().append(key, 0, "all".getBytes(UTF_8));
        store().publish(key, "video/mp4");
        assertThat(again().publish(key, "video/mp4").orElseThrow().size()).isEqualTo(3);
        assertThat(text(key)).isEqualTo("all");
    }

    @Test
    default void takesARepeatedChunkOnce() throws IOException {
        var key = aKey();
        store().append(key, 0, "one".getBytes(UTF_8));
        store().append(key, 3, "two".getBytes(UTF_8));
        assertThat(store().append(key, 0, "one".getBytes(UTF_8))).isEqualTo(6);
        assertThat(store().append(key, 3, "two".getBytes(UTF_8))).isEqualTo(6);
        store().publish(key, "video/mp4");
        assertThat(text(key)).isEqualTo("onetwo");
    }

    @Test
    default void refusesAChunkThatLeavesAGap() throws IOException {
        var key = aKey();
        store().append(key, 0, "one".getBytes(UTF_8));
        assertThatThrownBy(() -> store().append(key, 5, "two".getBytes(UTF_8)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> store().append(aKey(), 1, "two".getBytes(UTF_8)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(store().appended(key)).isEqualTo(3);
    }

    @Test
    default void keepsWhatWasAppendedOverARestart() throws IOException {
        var key = aKey();
        store().append(key, 0, "before ".getBytes(UTF_8));
        assertThat(again().appended(key)).isEqualTo(7);
        assertThat(again().append(key, 7, "after".getBytes(UTF_8))).isEqualTo(12);
        assertThat(again().publish(key, "video/mp4").orElseThrow().size()).isEqualTo(12);
        assertThat(text(key)).isEqualTo("before after");
    }

    @Test
    default void forgetsWhatIsDiscarded() throws IOException {
        var key = aKey();
        store().append(key, 0, "no".getBytes(UTF_8));
        store().discard(key);
        assertThat(store().appended(key)).isZero();
        assertThat(store().publish(key, "video/mp4")).isEmpty();
    }

    @Test
    default void putsManyChunksTogetherAsTheyWere() throws IOException {
        var key = aKey();
        var random = new Random(7);
        var all = new java.io.ByteArrayOutputStream();
        for (int i = 0; i < 40; i++) {
            byte[] chunk = new byte[300_000 + random.nextInt(400_000)];
            random.nextBytes(chunk);
            store().append(key, all.size(), chunk);
            all.writeBytes(chunk);
        }
        assertThat(store().publish(key, "video/mp4").orElseThrow().size()).isEqualTo(all.size());
        try (var in = store().read(key, 0, all.size()).orElseThrow()) {
            assertThat(in.readAllBytes()).isEqualTo(all.toByteArray());
        }
    }

    @Test
    default void tellsAKeyFromItsPrefix() throws IOException {
        var key = aKey();
        store().append(key, 0, "short".getBytes(UTF_8));
        store().append(key + "x", 0, "other".getBytes(UTF_8));
        store().discard(key);
        assertThat(store().appended(key + "x")).isEqualTo(5);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "..",
                "../secrets",
                "recordings/../../secrets",
                "recordings/./x.mp4",
                "recordings/..",
                ".partial/recordings/x.mp4",
                "recordings/x\0.mp4",
                "recordings\\..\\x.mp4",
                "recordings/"
            })
    default void refusesAHostileKey(String key) {
        assertThatThrownBy(() -> store().head(key)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> store().read(key, 0, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> store().write(key, "video/mp4", InputStream.nullInputStream(), 0))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> store().append(key, 0, new byte[1])).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> store().publish(key, "video/mp4")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> store().delete(key)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> store().discard(key)).isInstanceOf(IllegalArgumentException.class);
    }
}
