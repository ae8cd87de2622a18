package io.causerie.users;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletContext;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What stands between a request and its controller: everything here is paid by everybody. */
class LeanChainTests extends AtTestProvider {

    private static final List<String> HEAVY = List.of("security", "session", "websocket", "requestcontext");

    @Autowired
    ServletContext servlets;

    @Test
    void fewFiltersStandBeforeTheControllers() {
        assertThat(servlets.getFilterRegistrations().keySet())
                .hasSizeLessThanOrEqualTo(5)
                .noneMatch(name -> !name.equals("securityHeaders")
                        && HEAVY.stream().anyMatch(name.toLowerCase(java.util.Locale.ROOT)::contains));
    }
}
