package io.causerie.telephony;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How rooms are reached by telephone (contract 01, section 22.5).
 *
 * @param phoneNumber the number people call, as the operator writes it
 * @param defaultCountry the region it is read in, such as {@code FR}
 */
@ConfigurationProperties("causerie.telephony")
record TelephonyProperties(
        @DefaultValue("false") boolean enabled,
        @DefaultValue("") String phoneNumber,
        @DefaultValue("US") String defaultCountry) {}
