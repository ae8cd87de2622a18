package io.causerie.platform;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A dictionary setting, written as a Python literal or as JSON (contract 01, section 22.1): {@code {'a': 1, 'b': True, 'c': None}}.
 *
 * @param members in the order they were written
 */
public record Literal(Map<String, @Nullable Object> members) {

    /** Reads the text; {@link IllegalArgumentException} says what is wrong, without quoting the text. */
    public static Literal parse(String text) {
        if (text.isBlank()) {
            return new Literal(Map.of());
        }
        var reader = new Reader(text);
        var value = reader.value();
        reader.end();
        if (value instanceof Map<?, ?> map) {
            var members = new LinkedHashMap<String, @Nullable Object>();
            map.forEach((key, member) -> members.put(String.valueOf(key), member));
            return new Literal(members);
        }
        throw new IllegalArgumentException("a dictionary such as {'key': 'value'} is expected");
    }

    private static final class Reader {

        private final String text;
        private int at;

        Reader(String text) {
            this.text = text;
        }

        @Nullable
        Object value() {
            return switch (peek()) {
                case '{' -> dictionary();
                case '[' -> list('[', ']');
                case '(' -> list('(', ')');
                case '\'', '"' -> string();
                default -> word();
            };
        }

        void end() {
            if (skip() < text.length()) {
                throw fault();
            }
        }

        private Map<String, @Nullable Object> dictionary() {
            var members = new LinkedHashMap<String, @Nullable Object>();
            expect('{');
            while (peek() != '}') {
                var key = String.valueOf(value());
                expect(':');
                members.put(key, value());
                comma('}');
            }
            expect('}');
            return members;
        }

        private List<@Nullable Object> list(char open, char close) {
            var items = new ArrayList<@Nullable Object>();
            expect(open);
            while (peek() != close) {
                items.add(value());
                comma(close);
            }
            expect(close);
            return items;
        }

        private String string() {
            char quote = text.charAt(at++);
            var out = new StringBuilder();
            while (at < text.length() && text.charAt(at) != quote) {
                char c = text.charAt(at++);
                out.append(c == '\\' && at < text.length() ? escaped(text.charAt(at++)) : c);
            }
            if (at++ >= text.length()) {
                throw fault();
            }
            return out.toString();
        }

        private static char escaped(char c) {
            return switch (c) {
                case 'n' -> '\n';
                case 't' -> '\t';
                default -> c;
            };
        }

        private @Nullable Object word() {
            int start = at;
            while (at < text.length()
                    && "+-._".indexOf(text.charAt(at)) + 1 + (Character.isLetterOrDigit(text.charAt(at)) ? 1 : 0) > 0) {
                at++;
            }
            var word = text.substring(start, at);
            return switch (word) {
                case "True", "true" -> true;
                case "False", "false" -> false;
                case "None", "null" -> null;
                default -> number(word);
            };
        }

        private Object number(String word) {
            try {
                return word.matches("[+-]?\\d+") ? (Object) Long.valueOf(word) : Double.valueOf(word);
            } catch (NumberFormatException e) {
                throw fault();
            }
        }

        private void comma(char close) {
            if (peek() != close) {
                expect(',');
            }
        }

        private void expect(char c) {
            if (peek() != c) {
                throw fault();
            }
            at++;
        }

        private char peek() {
            if (skip() >= text.length()) {
                throw fault();
            }
            return text.charAt(at);
        }

        private int skip() {
            while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
                at++;
            }
            return at;
        }

        private IllegalArgumentException fault() {
            return new IllegalArgumentException("not a dictionary: unexpected character at position " + (at + 1));
        }
    }
}
