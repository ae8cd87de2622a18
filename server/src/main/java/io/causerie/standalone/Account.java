package io.causerie.standalone;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Someone who signs in with a password of ours.
 *
 * @param id the {@code sub} of their tokens
 * @param locale the language they registered in
 */
record Account(UUID id, String email, String name, @Nullable String locale) {

    /** The claims of the user info (OpenID Connect Core, section 5.1); {@code usual_name} is the family name the reference server asks for. */
    Map<String, Object> claims() {
        var claims = new LinkedHashMap<String, Object>();
        var names = name.split(" ", 2);
        claims.put("sub", id.toString());
        claims.put("email", email);
        claims.put("email_verified", false);
        claims.put("name", name);
        claims.put("given_name", names[0]);
        if (names.length > 1) {
            claims.put("usual_name", names[1]);
            claims.put("family_name", names[1]);
        }
        if (locale != null) {
            claims.put("locale", locale);
        }
        return claims;
    }
}
