package io.causerie.files;

import io.causerie.platform.Literal;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What may be uploaded (contract 01, section 22.6).
 *
 * @param enabled whether anything may
 * @param restrictions by kind of file; empty: the usual ones
 */
@ConfigurationProperties("causerie.uploads")
record UploadProperties(@DefaultValue("false") boolean enabled, Literal restrictions) {

    private static final Map<String, Object> BACKGROUNDS = Map.of(
            "max_count_by_user",
            10L,
            "max_size",
            2_097_152L,
            "allowed_extensions",
            List.of(".jpeg", ".jpg", ".png"),
            "allowed_mimetypes",
            List.of("image/jpeg", "image/png"));

    /** What backgrounds must be; the check at start has seen that all is there. */
    Map<?, ?> backgrounds() {
        return restrictions.members().get("background_image") instanceof Map<?, ?> rules ? rules : BACKGROUNDS;
    }
}
