package io.causerie.telephony;

import io.causerie.platform.ConfigSection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** {@code telephony} of {@code /config/} (contract 01, section 12). */
@Component
class TelephonySection implements ConfigSection {

    private static final Logger log = LoggerFactory.getLogger(TelephonySection.class);

    private final TelephonyProperties properties;

    /** Looked at once, and complained about once: the page asks for it all the time. */
    private final SingletonSupplier<Map<String, @Nullable Object>> section = SingletonSupplier.of(this::section);

    TelephonySection(TelephonyProperties properties) {
        this.properties = properties;
    }

    @Override
    public void describe(Map<String, @Nullable Object> config) {
        config.put("telephony", section.obtain());
    }

    private Map<String, @Nullable Object> section() {
        if (!properties.enabled()) {
            return Map.of("enabled", false);
        }
        var number = PhoneNumber.of(properties.phoneNumber(), properties.defaultCountry());
        if (number.isEmpty()) {
            log.warn("ROOM_TELEPHONY_PHONE_NUMBER is no telephone number: web clients are told of none");
            return Map.of("enabled", false);
        }
        var section = new LinkedHashMap<String, @Nullable Object>();
        section.put("enabled", true);
        section.put("default_country", number.get().country());
        section.put("international_phone_number", number.get().international());
        return section;
    }
}
