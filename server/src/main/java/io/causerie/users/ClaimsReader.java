package io.causerie.users;

import io.causerie.users.SignInFailure.Failed;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Reads the user info, cutting what our columns cannot hold instead of failing (contract 01, sections 9.7 and 9.8). */
@Component
class ClaimsReader {

    private static final int LONGEST_SUB = 255;
    private static final int LONGEST_EMAIL = 254;
    private static final int LONGEST_NAME = 100;

    /** A dot-atom or quoted local part, and a domain with a dot, {@code localhost}, or an address in brackets. */
    private static final Pattern EMAIL = Pattern.compile(
            "(?:[-!#$%&'*+/=?^_`{}|~0-9A-Za-z]+(?:\\.[-!#$%&'*+/=?^_`{}|~0-9A-Za-z]+)*"
                    + "|\"(?:[\\x01-\\x08\\x0b\\x0c\\x0e-\\x1f!#-\\[\\]-\\x7f]|\\\\[\\x01-\\x09\\x0b\\x0c\\x0e-\\x7f])*\")"
                    + "@(?:localhost|\\[[0-9A-Fa-f:.]+]"
                    + "|(?:[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]{0,61}[\\p{L}\\p{N}])?\\.)+[\\p{L}\\p{N}-]{2,63}(?<!-))",
            Pattern.CASE_INSENSITIVE);

    private final IdentificationProperties properties;

    ClaimsReader(IdentificationProperties properties) {
        this.properties = properties;
    }

    Claims read(JsonNode userInfo) {
        var missing = properties.essentialClaims().stream()
                .filter(it -> !userInfo.has(it))
                .toList();
        var sub = text(userInfo, "sub");
        if (sub == null || !missing.isEmpty()) {
            throw new Failed("the user info lacks " + (sub == null ? List.of("sub") : missing));
        }
        if (sub.length() > LONGEST_SUB) {
            throw new Failed("the user info has a sub of more than " + LONGEST_SUB + " characters");
        }
        return new Claims(
                sub,
                email(userInfo),
                userInfo.path("email_verified").isBoolean()
                        ? userInfo.path("email_verified").booleanValue()
                        : null,
                fullName(userInfo),
                cut(text(userInfo, properties.shortNameField())));
    }

    /** Whether the text has the form of an e-mail address (contract 02, section 7.2). */
    static boolean isEmail(String text) {
        return text.length() <= LONGEST_EMAIL && EMAIL.matcher(text).matches();
    }

    private static @Nullable String email(JsonNode userInfo) {
        var email = text(userInfo, "email");
        return email != null && isEmail(email) ? email : null;
    }

    private @Nullable String fullName(JsonNode userInfo) {
        var name = properties.fullNameFields().stream()
                .map(it -> text(userInfo, it))
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
        return name.isEmpty() ? null : cut(name);
    }

    private static @Nullable String text(JsonNode userInfo, String claim) {
        var node = userInfo.path(claim);
        var text = node.isString() || node.isNumber() ? node.asString() : "";
        return text.isEmpty() || text.indexOf('\0') >= 0 ? null : text;
    }

    private static @Nullable String cut(@Nullable String name) {
        if (name == null || name.codePointCount(0, name.length()) <= LONGEST_NAME) {
            return name;
        }
        return name.substring(0, name.offsetByCodePoints(0, LONGEST_NAME));
    }
}
