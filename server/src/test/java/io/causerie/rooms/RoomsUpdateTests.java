package io.causerie.rooms;

import static org.assertj.core.api.Assertions.assertThat;

import io.causerie.livekit.LiveRooms;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;

/** {@code PUT} and {@code PATCH /api/v1.0/rooms/{id or slug}/}. */
@Import(RoomsUpdateTests.Told.class)
class RoomsUpdateTests extends RoomsTest {

    @Autowired
    Told told;

    /** Hears what live rooms are told. */
    @TestConfiguration
    @Primary
    static class Told implements LiveRooms {

        final List<String> merges = java.util.Collections.synchronizedList(new ArrayList<>());

        @Override
        public boolean live(String room) {
            return true;
        }

        @Override
        public boolean mergeMetadata(String room, Map<String, ?> put, Set<String> remove) {
            merges.add(room + " " + new java.util.TreeMap<>(put));
            return true;
        }

        @Override
        public void sendData(String room, Map<String, ?> payload) {}

        @Override
        public void delete(String room) {}

        @Override
        public List<Person> participants(String room) {
            return List.of();
        }

        List<String> of(UUID room) {
            return merges.stream().filter(it -> it.startsWith(room.toString())).toList();
        }
    }

    @Test
    void isForAdministrators() {
        var alice = people.alice();
        var bob = people.bob();
        var room = aRoomOf(alice, "public");
        var body = "{\"access_level\":\"trusted\"}";

        assertThat(anonymous().patch(path(room), body).status()).isEqualTo(401);
        assertThat(as(bob).patch(path(room), body).status()).isEqualTo(403);
        grant(room, bob, Role.MEMBER);
        assertThat(as(bob).patch(path(room), "{\"name\":\"\"}").body())
                .isEqualTo("{\"detail\":\"You do not have permission to perform this action.\"}");
        assertThat(as(bob).patch(ROOMS + UUID.randomUUID() + "/", body).status())
                .isEqualTo(404);
        assertThat(as(bob).patch(ROOMS + "nobodys-room/", body).status()).isEqualTo(404);
        jdbc.sql("update meet_resource_access set role = 'administrator' where user_id = :id")
                .param("id", bob.user().id())
                .update();
        assertThat(as(bob).patch(path(room), body).status()).isEqualTo(200);
    }

    @Test
    void tellsTheLiveRoomBothSettingsOnceStored() {
        var alice = people.alice();
        var room = aRoomOf(alice, "public");

        var answer = as(alice).patch(path(room), "{\"configuration\":{\"everyone_can_mute\":false}}");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(told.of(id(room)))
                .containsExactly(id(room) + " {access_level=public, configuration={\"everyone_can_mute\":false}}");
        as(alice).patch(path(room), "{\"access_level\":\"restricted\"}");
        assertThat(told.of(id(room))).hasSize(2).last().asString().contains("access_level=restricted");
    }

    @Test
    void tellsNobodyWhenNothingTheyCareAboutChanged() {
        var alice = people.alice();
        var room = aRoomOf(alice, "public");

        as(alice).patch(path(room), "{\"name\":\"Renamed quietly\",\"access_level\":\"public\",\"configuration\":{}}");

        assertThat(told.of(id(room))).isEmpty();
    }

    @Test
    void makesTheSlugAnewAndKeepsTheRest() {
        var alice = people.alice();
        var room = aRoomOf(alice, "trusted");
        as(alice).patch(path(room), "{\"configuration\":{\"everyone_can_mute\":\"no\"}}");

        var answer = as(alice).put(path(room), "{\"name\":\"Brand new name\"}").json();

        assertThat(answer.get("slug").asString()).isEqualTo("brand-new-name");
        assertThat(answer.get("access_level").asString()).isEqualTo("trusted");
        assertThat(answer.get("configuration").toString()).isEqualTo("{\"everyone_can_mute\":\"no\"}");
        assertThat(answer.has("livekit")).isTrue();
        assertThat(answer.get("accesses")).hasSize(1);
    }

    @Test
    void needsANameToReplace() {
        var alice = people.alice();
        var room = aRoomOf(alice, "public");

        assertThat(as(alice).put(path(room), "{}").body()).isEqualTo("{\"name\":[\"This field is required.\"]}");
        assertThat(as(alice).patch(path(room), "{}").status()).isEqualTo(200);
        assertThat(as(alice).patch(path(room), "{\"name\":null}").status()).isEqualTo(400);
    }

    @Test
    void refusesTheSlugOfAnotherRoomButNotItsOwn() {
        var alice = people.alice();
        as(alice).post(ROOMS, "{\"name\":\"First come\"}");
        var room = as(alice).post(ROOMS, "{\"name\":\"Second come\"}").json();

        assertThat(as(alice).patch(path(room), "{\"name\":\"first COME\"}").body())
                .isEqualTo("{\"slug\":[\"Room with this Slug already exists.\"]}");
        assertThat(as(alice).patch(path(room), "{\"name\":\"SECOND come\"}").status())
                .isEqualTo(200);
    }

    @Test
    void movesTheTimeOfTheLastChange() {
        var alice = people.alice();
        var room = aRoomOf(alice, "public");

        as(alice).patch(path(room), "{\"access_level\":\"trusted\"}");

        assertThat(jdbc.sql("select updated_at > created_at from meet_resource where id = :id")
                        .param("id", id(room))
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }
}
