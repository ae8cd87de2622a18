package io.causerie.rooms;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;

/** Rooms that can be reached by telephone, on a server that knows registered rooms only. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "ROOM_TELEPHONY_ENABLED=true",
            "ROOM_TELEPHONY_PIN_LENGTH=4",
            "ALLOW_UNREGISTERED_ROOMS=false",
            "RESOURCE_DEFAULT_ACCESS_LEVEL=restricted",
            "AUTHENTICATED_PARTICIPANTS_CAN_EDIT_DISPLAY_NAME=false"
        })
class RoomPinTests extends RoomsTest {

    @Test
    void getAPinOfTheirOwn() {
        var alice = people.alice();

        var room = as(alice).post(ROOMS, "{\"name\":\"By phone\"}").json();
        var renamed = as(alice).patch(path(room), "{\"name\":\"By telephone\"}").json();

        assertThat(room.get("pin_code").asString()).matches("\\d{4}");
        assertThat(renamed.get("pin_code")).isEqualTo(room.get("pin_code"));
        assertThat(room.get("access_level").asString()).isEqualTo("restricted");
    }

    @Test
    void doWithoutAPinWhenNoneIsFree() {
        var alice = people.alice();
        jdbc.sql("""
                        with r as (
                            insert into meet_resource (id, created_at, updated_at)
                            select gen_random_uuid(), now(), now() from generate_series(0, 9999) returning id),
                        n as (select id, row_number() over () - 1 as n from r)
                        insert into meet_room (resource_id, name, slug, configuration, access_level, pin_code)
                        select id, 'taken', 'taken-' || n, '{}', 'public', lpad(n::text, 4, '0') from n
                        on conflict (pin_code) do nothing""").update();

        var answer = as(alice).post(ROOMS, "{\"name\":\"Without\"}");

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.json().get("pin_code").isNull()).isTrue();
        jdbc.sql("update meet_room set pin_code = null where slug like 'taken-%'")
                .update();
    }

    @Test
    void areNotFoundUnlessRegistered() {
        assertThat(anonymous().get(ROOMS + "nobodys-room/").status()).isEqualTo(404);
    }

    @Test
    void keepSignedInPeopleToTheirName() {
        var alice = people.alice();
        var room = aRoomOf(alice, "public");

        assertThat(claims(as(alice).get(path(room) + "?username=Zoe").json())
                        .get("name")
                        .asString())
                .isEqualTo("Alice Martin");
        assertThat(claims(anonymous().get(path(room) + "?username=Zoe").json())
                        .get("name")
                        .asString())
                .isEqualTo("Zoe");
    }
}
