package io.causerie.platform;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The fields of a request body, read one by one; faults are collected and told together by {@link #verify()} with the contract's messages (contract 01,
 * section 3.1). A reader that finds a fault answers an empty value, which nobody sees because {@code verify} throws.
 */
public final class Input {

    private static final Set<String> TRUE = Set.of("t", "y", "yes", "true", "on", "1");
    private static final Set<String> FALSE = Set.of("f", "n", "no", "false", "off", "0");

    private final ObjectNode fields;
    private final Map<String, List<Object>> faults = new LinkedHashMap<>();

    /** Of lists: the faults of elements, by their number. */
    private final Map<String, Map<String, List<Object>>> elements = new LinkedHashMap<>();

    Input(ObjectNode fields) {
        this.fields = fields;
    }

    /** Whether the field was sent, null included. */
    public boolean has(String field) {
        return fields.has(field);
    }

    /** The value as sent; empty when absent. JSON null is a value. */
    public Optional<JsonNode> node(String field) {
        return Optional.ofNullable(fields.get(field));
    }

    /** All fields as sent. */
    public ObjectNode fields() {
        return fields;
    }

    /** A text that must be there, trimmed, not blank, of at most {@code longest} characters. */
    public String requiredText(String field, int longest) {
        return required(field) ? text(field, longest).orElse("") : "";
    }

    /** A text that may be absent; null and blank are refused. */
    public Optional<String> optionalText(String field, int longest) {
        return present(field) ? text(field, longest) : Optional.empty();
    }

    /** A text that may be absent, null or blank, all of which read as empty. */
    public String looseText(String field) {
        var node = fields.get(field);
        if (node == null || node.isNull()) {
            return "";
        }
        if (!node.isString() && !node.isNumber()) {
            refuse(field, Words.TEXT.say());
            return "";
        }
        return node.asString().strip();
    }

    /**
     * Texts that must be there, at least one and {@code most} at the most, each of which passes {@code rule}, which answers a message or null; of the same text
     * the first counts.
     */
    public List<String> requiredTexts(String field, int most, Function<String, @Nullable String> rule) {
        if (!required(field)) {
            return List.of();
        }
        var node = fields.get(field);
        if (!node.isArray()) {
            refuse(field, Words.LIST.say(pythonType(node)));
        } else if (node.isEmpty()) {
            refuse(field, Words.EMPTY_LIST.say());
        } else if (node.size() > most) {
            refuse(field, Words.LONG_LIST.say(most));
        } else {
            return texts(field, node, rule);
        }
        return List.of();
    }

    private List<String> texts(String field, JsonNode list, Function<String, @Nullable String> rule) {
        var texts = new LinkedHashSet<String>();
        for (int i = 0; i < list.size(); i++) {
            var one = new Input(fields.objectNode().set("it", list.get(i)));
            one.requiredText("it", Integer.MAX_VALUE);
            var text = list.get(i).asString("").strip();
            var fault = one.faults.isEmpty() ? rule.apply(text) : null;
            if (fault != null) {
                one.refuse("it", fault);
            }
            if (!one.faults.isEmpty()) {
                elements.computeIfAbsent(field, it -> new LinkedHashMap<>())
                        .put(String.valueOf(i), one.faults.get("it"));
            }
            texts.add(text);
        }
        return List.copyOf(texts);
    }

    /** One of the values of an enumeration that must be there. */
    public <E extends Enum<E> & Choice> Optional<E> requiredChoice(String field, Class<E> type) {
        return required(field) ? choice(field, type) : Optional.empty();
    }

    /** An id that must be there, in any spelling; empty only where that was found to be a fault. */
    public Optional<UUID> requiredUuid(String field) {
        if (!required(field)) {
            return Optional.empty();
        }
        var node = fields.get(field);
        var id = node.isString() ? Ids.lenient(node.stringValue().strip()) : Optional.<UUID>empty();
        if (id.isEmpty()) {
            refuse(field, Words.UUID.say());
        }
        return id;
    }

    /** A truth value that must be there, in any of the contract's spellings. */
    public boolean requiredBool(String field) {
        if (!required(field)) {
            return false;
        }
        var truth = truth(fields.get(field));
        if (truth.isEmpty()) {
            refuse(field, Words.BOOLEAN.say());
        }
        return truth.orElse(false);
    }

    /** One of the values of an enumeration that may be absent; null is refused. */
    public <E extends Enum<E> & Choice> Optional<E> optionalChoice(String field, Class<E> type) {
        return present(field) ? choice(field, type) : Optional.empty();
    }

    /** A whole number that may be absent, between {@code least} and {@code most}; null is refused. */
    public Optional<Integer> optionalWhole(String field, int least, int most) {
        if (!present(field)) {
            return Optional.empty();
        }
        var node = fields.get(field);
        var number = node.isIntegralNumber() || node.isString() ? whole(node.asString("")) : Optional.<Integer>empty();
        if (number.isEmpty()) {
            refuse(field, Words.INTEGER.say());
        } else if (number.get() < least) {
            refuse(field, Words.LEAST.say(least));
        } else if (number.get() > most) {
            refuse(field, Words.MOST.say(most));
        }
        return number;
    }

    private static Optional<Integer> whole(String text) {
        return text.matches("-?[0-9]{1,9}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
    }

    /** The key of something that must be named; whether there is such a thing is the caller's to find out. */
    public Optional<UUID> requiredKey(String field) {
        return required(field) ? key(field) : Optional.empty();
    }

    /** The key of something that may be left unnamed; null is refused. */
    public Optional<UUID> optionalKey(String field) {
        return present(field) ? key(field) : Optional.empty();
    }

    /** Refuses a well-formed key of nothing. */
    public void refuseKey(String field) {
        refuse(field, Words.NO_OBJECT.say(fields.path(field).asString("")));
    }

    /** Adds a fault of the caller's own rule; {@code fault} is a message or a structured object. */
    public void refuse(String field, Object fault) {
        faults.computeIfAbsent(field, it -> new ArrayList<>()).add(fault);
    }

    /** Throws the 400 with every fault found so far. */
    public void verify() {
        if (!faults.isEmpty() || !elements.isEmpty()) {
            var all = new LinkedHashMap<String, Object>(elements);
            all.putAll(faults);
            throw ApiException.Invalid.fields(all);
        }
    }

    /** Reads the lenient spellings of truth: JSON booleans, 0 and 1, {@code t y yes true on 1} and their opposites; empty when it is none. */
    public static Optional<Boolean> truth(JsonNode node) {
        if (node.isBoolean()) {
            return Optional.of(node.booleanValue());
        }
        if (node.isNumber()) {
            double number = node.doubleValue();
            return number == 1 ? Optional.of(true) : number == 0 ? Optional.of(false) : Optional.empty();
        }
        var word = node.isString() ? node.stringValue().toLowerCase(Locale.ROOT) : "";
        return TRUE.contains(word) ? Optional.of(true) : FALSE.contains(word) ? Optional.of(false) : Optional.empty();
    }

    /** The word error messages use for a JSON type. */
    public static String pythonType(JsonNode node) {
        return switch (node.getNodeType()) {
            case ARRAY -> "list";
            case STRING, BINARY -> "str";
            case BOOLEAN -> "bool";
            case NUMBER -> node.isIntegralNumber() ? "int" : "float";
            case NULL, MISSING -> "NoneType";
            case OBJECT, POJO -> "dict";
        };
    }

    private boolean required(String field) {
        if (!fields.has(field)) {
            refuse(field, Words.REQUIRED.say());
            return false;
        }
        return present(field);
    }

    private boolean present(String field) {
        var node = fields.get(field);
        if (node != null && node.isNull()) {
            refuse(field, Words.NULL.say());
            return false;
        }
        return node != null;
    }

    private Optional<String> text(String field, int longest) {
        var node = fields.get(field);
        if (!node.isString() && !node.isNumber()) {
            refuse(field, Words.TEXT.say());
            return Optional.empty();
        }
        var text = node.asString().strip();
        var faults = faults(text, longest);
        faults.forEach(it -> refuse(field, it));
        return faults.isEmpty() ? Optional.of(text) : Optional.empty();
    }

    private static List<String> faults(String text, int longest) {
        if (text.isEmpty()) {
            return List.of(Words.BLANK.say());
        }
        var faults = new ArrayList<String>();
        if (text.codePointCount(0, text.length()) > longest) {
            faults.add(Words.LONG.say(longest));
        }
        if (text.indexOf('\0') >= 0) {
            faults.add(Words.NUL.say());
        }
        text.codePoints()
                .filter(it -> it >= Character.MIN_SURROGATE && it <= Character.MAX_SURROGATE)
                .findFirst()
                .ifPresent(it ->
                        faults.add(Words.SURROGATE.say(Integer.toHexString(it).toUpperCase(Locale.ROOT))));
        return faults;
    }

    private Optional<UUID> key(String field) {
        var node = fields.get(field);
        if (node.isContainer() || node.isBoolean()) {
            refuse(field, Words.KEY_TYPE.say(pythonType(node)));
            return Optional.empty();
        }
        var text = node.asString("");
        var key = Ids.lenient(text);
        if (key.isEmpty()) {
            refuse(field, text.isEmpty() ? Words.NULL.say() : Words.KEY_UUID.say(text));
        }
        return key;
    }

    private <E extends Enum<E> & Choice> Optional<E> choice(String field, Class<E> type) {
        var node = fields.get(field);
        var word = node.isContainer()
                ? node.toString()
                : node.isBoolean() ? (node.booleanValue() ? "True" : "False") : node.asString("");
        try {
            return Optional.of(Choice.of(type, word));
        } catch (IllegalArgumentException e) {
            refuse(field, Words.CHOICE.say(word));
            return Optional.empty();
        }
    }
}
