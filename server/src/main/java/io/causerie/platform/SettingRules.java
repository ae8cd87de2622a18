package io.causerie.platform;

import io.causerie.platform.Setting.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.core.env.Environment;

/** What variables must be together, and what their writer should know (contract 01, sections 12, 22.1 and 22.8). */
final class SettingRules {

    private static final List<String> RESTRICTIONS =
            List.of("max_count_by_user", "max_size", "allowed_extensions", "allowed_mimetypes");

    private static final String POSTHOG = "core.analytics.posthog.PostHogAnalytics";

    private SettingRules() {}

    /** The rules that are broken, one sentence each. */
    static List<String> broken(Environment environment) {
        var faults = new ArrayList<String>();
        if (on(environment, "DJANGO_EMAIL_USE_TLS") && on(environment, "DJANGO_EMAIL_USE_SSL")) {
            faults.add("DJANGO_EMAIL_USE_TLS and DJANGO_EMAIL_USE_SSL exclude each other.");
        }
        if (environment
                .getProperty("FILE_UPLOAD_PATH", "files")
                .equals(environment.getProperty("FILE_UPLOAD_TMP_PATH", "tmp/files"))) {
            faults.add("FILE_UPLOAD_PATH and FILE_UPLOAD_TMP_PATH must differ.");
        }
        var restrictions = environment.getProperty("FILE_UPLOAD_RESTRICTIONS", "");
        if (SettingKind.of("dict").reads().test(restrictions) && !restrictions.isBlank() && !complete(restrictions)) {
            faults.add("FILE_UPLOAD_RESTRICTIONS expects 'background_image' with " + String.join(", ", RESTRICTIONS)
                    + ".");
        }
        analytics(environment, faults);
        return faults;
    }

    private static void analytics(Environment environment, List<String> faults) {
        var backend = environment.getProperty("ANALYTICS_BACKEND", "").strip();
        if (backend.isEmpty()) {
            return;
        }
        var settings = environment.getProperty("ANALYTICS_BACKEND_SETTINGS", "");
        if (!backend.equals(POSTHOG)) {
            faults.add("ANALYTICS_BACKEND expects " + POSTHOG + " or nothing, not "
                    + backend.substring(0, Math.min(100, backend.length())) + ".");
        } else if (SettingKind.of("dict").reads().test(settings)
                && !Literal.parse(settings).members().containsKey("api_key")) {
            faults.add("ANALYTICS_BACKEND_SETTINGS expects 'api_key' when ANALYTICS_BACKEND is set.");
        }
    }

    /** What does not stop the start, one sentence each. */
    static List<String> warnings(List<Setting> settings, Environment environment) {
        var warnings = new ArrayList<String>();
        for (var setting : settings) {
            var text = environment.getProperty(setting.name());
            if (setting.state() == State.WARNED && text != null) {
                warnings.add(setting.name() + " has no effect: the variable is called " + setting.about() + ".");
            }
            if (setting.kind().name().equals("rate")
                    && text != null
                    && Rate.of(text).isEmpty()) {
                warnings.add(setting.name() + " expects a rate such as 30/minute: " + setting.fallback() + " it is.");
            }
        }
        var later = settings.stream()
                .filter(it -> it.state() == State.LATER && it.kind().name().equals("bool"))
                .map(Setting::name)
                .filter(it -> on(environment, it))
                .collect(Collectors.joining(", "));
        if (!later.isEmpty()) {
            warnings.add("Not in this release: " + later + ".");
        }
        return warnings;
    }

    private static boolean on(Environment environment, String name) {
        var text = environment.getProperty(name, "");
        return SettingKind.of("bool").reads().test(text) && SettingKind.truth(text);
    }

    private static boolean complete(String restrictions) {
        return Literal.parse(restrictions).members().get("background_image") instanceof Map<?, ?> rules
                && rules.keySet().containsAll(RESTRICTIONS)
                && rules.get("max_size") instanceof Long
                && rules.get("max_count_by_user") instanceof Long
                && rules.get("allowed_extensions") instanceof List<?>
                && rules.get("allowed_mimetypes") instanceof List<?>;
    }
}
