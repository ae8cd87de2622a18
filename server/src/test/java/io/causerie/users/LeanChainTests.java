package io.causerie.users;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What stands between a request and its controller: everything here is paid by everybody. */
class LeanChainTests extends AtTestProvider {

    @Autowired
    ServletContext servlets;

    @Test
    void fewFiltersStandBeforeTheControllers() {
        assertThat(servlets.getFilterRegistrations().keySet())
                .containsExactlyInAnyOrder(
                        "characterEncodingFilter", "formContentFilter", "canonicalPath", "securityHeaders");
    }
}
