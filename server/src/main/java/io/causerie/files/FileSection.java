package io.causerie.files;

import io.causerie.platform.ConfigSection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** {@code background_image} of {@code /config/} (contract 01, section 12). */
@Component
class FileSection implements ConfigSection {

    private final UploadProperties properties;

    FileSection(UploadProperties properties) {
        this.properties = properties;
    }

    @Override
    public void describe(Map<String, @Nullable Object> config) {
        var section = new LinkedHashMap<String, @Nullable Object>();
        section.put("upload_is_enabled", properties.enabled());
        for (var key : List.of("max_count_by_user", "max_size", "allowed_extensions", "allowed_mimetypes")) {
            section.put(key, properties.backgrounds().get(key));
        }
        config.put("background_image", section);
    }
}
