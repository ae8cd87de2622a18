package io.causerie.platform;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;

class HookTokenTests {

    /** Contract 04, section 7.2: an empty token lets nobody in, and an unset one says so. */
    @ParameterizedTest
    @CsvSource({
        "'', Bearer x, Invalid token",
        "'', 'Bearer  ', Invalid authorization header format.",
        "'', 'Bearer', Invalid authorization header format.",
        "(unset), Bearer (unset), Authentication is enabled but token is not configured."
    })
    void anEmptyTokenNeverMeansThatNoneIsNeeded(String expected, String header, String detail) {
        var request = new MockHttpServletRequest();
        request.addHeader("Authorization", header);
        assertThatThrownBy(() -> new HookToken("test", new Secret(expected)).check(request))
                .isInstanceOf(ApiException.Unauthenticated.class)
                .hasMessageContaining(detail);
    }
}
