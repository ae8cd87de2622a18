package io.causerie.users;

import io.causerie.users.SignInFailure.Failed;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Reads the user info, cutting what our columns cannot hold instead of failing (contract 01, sections 9.7 and 9.8). */
@Component
class ClaimsReader {

    private static final int LONGEST_SUB = 255;
    private static final int LONGEST_NAME = 100;

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
                truth(userInfo.path("email_verified")),
                fullName(userInfo),
                cut(text(userInfo, properties.shortNameField())));
    }

    /** Some providers write it as a text. */
    private static @Nullable Boolean truth(JsonNode claim) {
        return switch (claim.asString("").toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> null;
        };
    }

    private static @Nullable String email(JsonNode userInfo) {
        var email = text(userInfo, "email");
        return email != null && EmailAddress.isValid(email) ? email : null;
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
        return text.isEmpty() || !storable(text) ? null : text;
    }

    /** Whether a text column can hold it: no NUL, no half of a character. */
    static boolean storable(String text) {
        return text.indexOf('\0') < 0 && StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }

    private static @Nullable String cut(@Nullable String name) {
        if (name == null || name.codePointCount(0, name.length()) <= LONGEST_NAME) {
            return name;
        }
        return name.substring(0, name.offsetByCodePoints(0, LONGEST_NAME));
    }
}
