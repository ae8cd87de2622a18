package io.causerie.users;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which account a person who signs in gets (contract 01, sections 9.7, 9.8 and 22.4).
 *
 * @param createUser whether a person without an account gets one
 * @param fallbackToEmail whether an account may be found by its e-mail when its {@code sub} is unknown
 * @param emailVerified what the provider must say of an e-mail that finds an account
 * @param subImmutable whether a stored {@code sub} is kept when the provider sends another
 * @param fullNameFields claims that make up the full name, in this order
 * @param shortNameField the claim that is the short name
 * @param essentialClaims claims that must be there, besides {@code sub}
 */
@ConfigurationProperties("causerie.identification")
record IdentificationProperties(
        boolean createUser,
        boolean fallbackToEmail,
        EmailVerified emailVerified,
        boolean subImmutable,
        @DefaultValue List<String> fullNameFields,
        String shortNameField,
        @DefaultValue List<String> essentialClaims) {

    /** How far the claim {@code email_verified} decides whether an e-mail finds an account. */
    enum EmailVerified {
        REQUIRED,
        UNLESS_DENIED,
        IGNORED;

        boolean believes(@Nullable Boolean claim) {
            return switch (this) {
                case REQUIRED -> Boolean.TRUE.equals(claim);
                case UNLESS_DENIED -> !Boolean.FALSE.equals(claim);
                case IGNORED -> true;
            };
        }
    }
}
