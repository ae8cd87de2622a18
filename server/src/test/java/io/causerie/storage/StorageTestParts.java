package io.causerie.storage;

import io.causerie.platform.ApiException;
import io.causerie.users.CurrentUser;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** What stands for other modules in the tests of this one. */
@TestConfiguration
class StorageTestParts {

    /** Objects below {@code things/}, each with its one reader. */
    static class Things implements MediaPolicy {
        final Map<String, UUID> readers = new HashMap<>();

        @Override
        public String area() {
            return "things";
        }

        @Override
        public Optional<Media> authorize(String path, CurrentUser reader) {
            int at = path.indexOf("/media/things/");
            if (at < 0) {
                return Optional.empty();
            }
            var key = path.substring(at + "/media/".length());
            var known = readers.keySet().stream().filter(key::startsWith).findFirst();
            if (known.isEmpty()) {
                throw new ApiException.NotFound("No thing found.");
            }
            if (!reader.id().equals(readers.get(known.get()))) {
                throw new ApiException.Forbidden();
            }
            return Optional.of(new Media(known.get(), "video/mp4", "Équipe \"A/B\"\n2026.mp4"));
        }
    }

    /** What was told, and what is answered. */
    static class Notices implements StorageNotices {
        final List<StorageNotice.Created> heard = new CopyOnWriteArrayList<>();
        volatile Outcome answer = Outcome.PROCESSED;

        @Override
        public Outcome created(StorageNotice.Created notice) {
            heard.add(notice);
            return answer;
        }
    }

    /** A store that can be made to fail. */
    static class Brittle implements ObjectStore {
        private final ObjectStore store;
        volatile boolean away;
        volatile long breaksAfter = Long.MAX_VALUE;

        Brittle(ObjectStore store) {
            this.store = store;
        }

        @Override
        public Optional<Head> head(String key) throws IOException {
            if (away) {
                throw new IOException("away");
            }
            return store.head(key);
        }

        @Override
        public Optional<InputStream> read(String key, long offset, long length) throws IOException {
            return store.read(key, offset, length).map(it -> new Slice(it, breaksAfter) {
                @Override
                public int read(byte[] into, int from, int count) throws IOException {
                    int read = super.read(into, from, count);
                    if (read < 0 && breaksAfter < length) {
                        throw new IOException("broken off");
                    }
                    return read;
                }
            });
        }

        @Override
        public void write(String key, String contentType, InputStream content, long length) throws IOException {
            store.write(key, contentType, content, length);
        }

        @Override
        public void delete(String key) throws IOException {
            store.delete(key);
        }

        @Override
        public long append(String key, long offset, byte[] chunk) throws IOException {
            return store.append(key, offset, chunk);
        }

        @Override
        public long appended(String key) throws IOException {
            return store.appended(key);
        }

        @Override
        public Optional<Head> publish(String key, String contentType) throws IOException {
            return store.publish(key, contentType);
        }

        @Override
        public void discard(String key) throws IOException {
            store.discard(key);
        }
    }

    @Bean
    Things things() {
        return new Things();
    }

    @Bean
    @Primary
    Notices notices() {
        return new Notices();
    }

    @Bean
    @Primary
    Brittle brittle(ObjectStore objectStore) {
        return new Brittle(objectStore);
    }
}
