package io.causerie.platform;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;

/**
 * The language of a request: that of the cookie {@code django_language}, else the best of {@code Accept-Language}, else the server's (contract 01, section 6).
 */
@Component("localeResolver")
class RequestLanguage implements LocaleResolver {

    private static final String COOKIE = "django_language";
    private static final int REMEMBERED = 500;
    private static final int LONGEST = 500;

    private final List<String> supported;
    private final String fallback;
    private final Map<String, String> remembered = new ConcurrentHashMap<>();

    RequestLanguage(LanguageProperties languages, CauserieProperties causerie) {
        this.supported = languages.codes();
        this.fallback = variant(causerie.languageCode()).orElse("en-us");
    }

    /** As {@code Content-Language} names it, such as {@code fr-fr}. */
    String tag(HttpServletRequest request) {
        var chosen = cookie(request);
        if (chosen.isPresent()) {
            return chosen.get();
        }
        var accepted = request.getHeader("Accept-Language");
        if (accepted == null || accepted.length() > LONGEST) {
            return fallback;
        }
        if (remembered.size() > REMEMBERED) {
            remembered.clear();
        }
        return remembered.computeIfAbsent(accepted, this::best);
    }

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        return Locale.forLanguageTag(tag(request));
    }

    @Override
    public void setLocale(HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
        throw new UnsupportedOperationException("a request says its language itself");
    }

    private Optional<String> cookie(HttpServletRequest request) {
        var header = request.getHeader("Cookie");
        if (header == null || !header.contains(COOKIE)) {
            return Optional.empty();
        }
        return Optional.ofNullable(request.getCookies()).stream()
                .flatMap(java.util.Arrays::stream)
                .filter(it -> it.getName().equals(COOKIE))
                .findFirst()
                .flatMap(it -> variant(it.getValue()));
    }

    private String best(String accepted) {
        try {
            return Locale.LanguageRange.parse(accepted).stream()
                    .sorted(Comparator.comparingDouble(Locale.LanguageRange::getWeight)
                            .reversed())
                    .filter(it -> it.getWeight() > 0)
                    .map(Locale.LanguageRange::getRange)
                    .takeWhile(it -> !it.equals("*"))
                    .flatMap(it -> variant(it).stream())
                    .findFirst()
                    .orElse(fallback);
        } catch (IllegalArgumentException e) {
            return fallback;
        }
    }

    /** The supported language itself, the one it is a variant of, or a sibling. */
    private Optional<String> variant(String tag) {
        var wanted = tag.toLowerCase(Locale.ROOT).replace('_', '-');
        if (supported.contains(wanted)) {
            return Optional.of(wanted);
        }
        var generic = wanted.split("-", 2)[0];
        return generic.isEmpty()
                ? Optional.empty()
                : supported.stream()
                        .filter(it -> it.equals(generic) || it.startsWith(generic + "-"))
                        .findFirst();
    }
}
