package io.causerie.platform;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * What texts an environment variable may hold (contract 01, section 22.1).
 *
 * @param name as in {@code settings.txt}
 * @param expects what is expected, in words
 */
record SettingKind(String name, String expects, Predicate<String> reads) {

    private static final Set<String> TRUE = Set.of("yes", "y", "true", "1");
    private static final Set<String> FALSE = Set.of("no", "n", "false", "0", "");
    private static final Set<String> LEVELS =
            Set.of("CRITICAL", "FATAL", "ERROR", "WARNING", "WARN", "INFO", "DEBUG", "TRACE", "NOTSET", "OFF", "");

    /** The kind called {@code name}, such as {@code bool}, {@code int(4..18)} or {@code one(a,b)}. */
    static SettingKind of(String name) {
        return switch (name.replaceFirst("\\(.*", "")) {
            case "bool" -> new SettingKind(name, "yes, y, true, 1 or no, n, false, 0", SettingKind::bool);
            case "int" -> name.equals("int") ? whole(name, "a whole number", Integer.MIN_VALUE) : between(name);
            case "uint" -> whole(name, "a whole number that is not negative", 0);
            case "long" -> new SettingKind(name, "a whole number", optional("[+-]?\\d{1,18}"));
            case "float" -> new SettingKind(name, "a number", optional("[+-]?\\d+(\\.\\d+)?"));
            case "port" -> new SettingKind(name, "a port between 1 and 65535", it -> within(it, 0, 65535));
            case "ints" -> new SettingKind(name, "whole numbers, separated by commas", optional("[\\s\\d,]*"));
            case "filled" -> new SettingKind(name, "a text that is not empty", it -> !it.isBlank());
            case "dict" -> new SettingKind(name, "a dictionary such as {'key': 'value'}", SettingKind::dictionary);
            case "regexes" -> new SettingKind(name, "regular expressions, separated by commas", SettingKind::patterns);
            case "level" ->
                new SettingKind(name, "DEBUG, INFO, WARNING, ERROR or CRITICAL", it -> LEVELS.contains(level(it)));
            case "networks" ->
                new SettingKind(name, "addresses and networks such as 10.0.0.0/8, or none", Networks::reads);
            case "database" -> new SettingKind(name, "postgres://user:password@host:port/name", DatabaseUrl::reads);
            case "url" -> new SettingKind(name, "an address such as https://meet.example.org", SettingKind::url);
            case "proxy" ->
                new SettingKind(
                        name,
                        "the address of an HTTP proxy, such as http://proxy.example.org:3128",
                        optional("http://[^/@?#\\s]+/?"));
            case "one" -> oneOf(name);
            default -> new SettingKind(name, "a text", it -> true);
        };
    }

    /** The truth of a text of kind {@code bool}. */
    static boolean truth(String text) {
        if (!bool(text)) {
            throw new IllegalArgumentException("expected yes, y, true, 1 or no, n, false, 0");
        }
        return TRUE.contains(word(text));
    }

    /** The name of a log level, which Python spells in its own way. */
    static String level(String text) {
        return text.strip().toUpperCase(Locale.ROOT);
    }

    private static boolean bool(String text) {
        return TRUE.contains(word(text)) || FALSE.contains(word(text));
    }

    private static String word(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }

    private static SettingKind whole(String name, String expects, long least) {
        return new SettingKind(name, expects, it -> within(it, least, Integer.MAX_VALUE));
    }

    private static SettingKind between(String name) {
        var bounds = inside(name).split("\\.\\.");
        return new SettingKind(
                name,
                "a whole number from " + bounds[0] + " to " + bounds[1],
                it -> within(it, Long.parseLong(bounds[0]), Long.parseLong(bounds[1])));
    }

    private static SettingKind oneOf(String name) {
        var names = List.of(inside(name).split(","));
        int last = names.size() - 1;
        return new SettingKind(
                name, String.join(", ", names.subList(0, last)) + " or " + names.get(last), names::contains);
    }

    private static String inside(String name) {
        return name.substring(name.indexOf('(') + 1, name.length() - 1);
    }

    private static boolean within(String text, long least, long most) {
        var digits = text.strip();
        if (digits.isEmpty()) {
            return true;
        }
        return digits.matches("[+-]?\\d{1,18}") && Long.parseLong(digits) >= least && Long.parseLong(digits) <= most;
    }

    private static Predicate<String> optional(String regex) {
        return it -> it.isBlank() || it.strip().matches(regex);
    }

    private static boolean dictionary(String text) {
        try {
            Literal.parse(text);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean url(String text) {
        try {
            return text.isEmpty()
                    || text.matches("https?://.*") && URI.create(text).getHost() != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean patterns(String text) {
        try {
            Arrays.stream(text.split(",")).map(String::strip).forEach(Pattern::compile);
            return true;
        } catch (PatternSyntaxException e) {
            return false;
        }
    }
}
