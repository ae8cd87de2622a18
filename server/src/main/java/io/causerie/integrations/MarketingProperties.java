package io.causerie.integrations;

import io.causerie.platform.Literal;
import io.causerie.platform.Secret;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The marketing service new people are signed up to (contract 01, sections 9.10 and 22.7).
 *
 * @param signUp whether they are at all
 * @param serviceClass the reference server's name of the service; another than Brevo's means none
 * @param listIds the service's lists a contact is put on
 * @param contactAttributes what is said of a contact
 * @param timeout seconds
 */
@ConfigurationProperties("causerie.marketing")
record MarketingProperties(
        boolean signUp,
        String serviceClass,
        Secret apiKey,
        @DefaultValue List<Integer> listIds,
        Literal contactAttributes,
        int timeout,
        @DefaultValue("https://api.brevo.com/v3/contacts") String url) {

    private static final String BREVO = "core.services.marketing.BrevoMarketingService";

    boolean wanted() {
        return signUp && serviceClass.equals(BREVO);
    }
}
