package io.causerie.users;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which account a person who signs in gets (contract 01, sections 9.7, 9.8 and 22.4).
 *
 * @param createUser whether a person without an account gets one
 * @param fallbackToEmail whether an account may be found by its e-mail when its {@code sub} is unknown
 * @param refuseUnverifiedEmail whether that is refused when the provider says the e-mail is not verified
 * @param subImmutable whether a stored {@code sub} is kept when the provider sends another
 * @param fullNameFields claims that make up the full name, in this order
 * @param shortNameField the claim that is the short name
 * @param essentialClaims claims that must be there, besides {@code sub}
 */
@ConfigurationProperties("causerie.identification")
record IdentificationProperties(
        boolean createUser,
        boolean fallbackToEmail,
        boolean refuseUnverifiedEmail,
        boolean subImmutable,
        @DefaultValue List<String> fullNameFields,
        String shortNameField,
        @DefaultValue List<String> essentialClaims) {}
