package io.causerie.telephony;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.causerie.platform.ApiException;
import io.causerie.platform.Secret;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

class RoomkitTokenTests {

    @Test
    void letsNobodyInWhenThereIsNone() {
        for (var header : new String[] {"Bearer ", "Bearer x", ""}) {
            var request = new MockHttpServletRequest();
            request.addHeader("Authorization", header);

            assertThatThrownBy(() -> new RoomkitToken(new Secret("")).check(request))
                    .isInstanceOf(ApiException.Unauthenticated.class)
                    .hasMessage("Server-to-server token is not configured.");
        }
    }
}
