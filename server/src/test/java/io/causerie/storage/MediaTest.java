package io.causerie.storage;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.causerie.ApplicationTest;
import io.causerie.Http;
import io.causerie.Statements;
import io.causerie.users.SignedIn;
import io.causerie.users.TestUsers;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A recording of Alice's with the ten bytes {@code 0123456789}, in the store of the server under test. */
@ApplicationTest
@Import({TestUsers.class, Statements.class})
abstract class MediaTest {

    @LocalServerPort
    int port;

    @Autowired
    TestUsers users;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Statements statements;

    @Autowired
    ObjectStore objects;

    @Autowired
    ApplicationContext context;

    SignedIn alice;
    String key;
    String path;

    @BeforeEach
    void aRecording() throws IOException {
        alice = users.alice();
        key = "recordings/" + saved(jdbc, alice) + ".mp4";
        path = "/media/" + key;
        write("0123456789".getBytes(UTF_8));
    }

    void write(byte[] content) throws IOException {
        objects.write(key, "video/mp4", new ByteArrayInputStream(content), content.length);
    }

    static Http at(int port, SignedIn browser) {
        return new Http(port).with("Cookie", browser.cookies());
    }

    /** The row of a recording that is saved, in a room of its own. */
    static UUID saved(JdbcClient jdbc, SignedIn owner) {
        var room = UUID.randomUUID();
        var id = UUID.randomUUID();
        jdbc.sql("""
                        with resource as (
                            insert into public.meet_resource (id, created_at, updated_at) values (:room, now(), now())
                        ), room as (
                            insert into public.meet_room (resource_id, name, slug, configuration, access_level)
                            values (:room, 'Weekly', :slug, '{}', 'public')
                        ), recording as (
                            insert into public.meet_recording (id, created_at, updated_at, status, room_id, mode, options)
                            values (:id, now(), now(), 'saved', :room, 'screen_recording', '{}')
                        )
                        insert into public.meet_recording_access
                            (id, created_at, updated_at, team, role, recording_id, user_id)
                        values (gen_random_uuid(), now(), now(), '', 'owner', :id, :owner)""")
                .param("room", room)
                .param("slug", room.toString())
                .param("id", id)
                .param("owner", owner.user().id())
                .update();
        return id;
    }
}
