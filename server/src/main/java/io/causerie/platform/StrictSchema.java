package io.causerie.platform;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/**
 * A JSON object with a closed list of members, whose faults are told one by one as objects (contract 03, section 1.4). Nothing is converted: what passes is
 * stored as it was sent.
 */
public final class StrictSchema {

    private static final String DOCUMENTATION = "https://errors.pydantic.dev/2.13/v/";

    private final String model;
    private final Map<String, Rule> rules = new LinkedHashMap<>();

    private StrictSchema(String model) {
        this.model = model;
    }

    /** What is wrong with one member; empty when nothing is. */
    private interface Rule {
        List<Map<String, Object>> faults(String field, JsonNode value);
    }

    /** A schema without members yet; {@code model} is the word its errors use. */
    public static StrictSchema of(String model) {
        return new StrictSchema(model);
    }

    /** A member that is null, or a list of some of these words, repeated or not. */
    public StrictSchema words(String field, List<String> words) {
        rules.put(field, (name, value) -> wordFaults(name, value, words));
        return this;
    }

    /** A member that is null or a truth value in any spelling {@link Input#truth} reads. */
    public StrictSchema truth(String field) {
        rules.put(field, StrictSchema::truthFaults);
        return this;
    }

    /** Every fault, in the order of the schema, unknown members last; empty when the value is right. */
    public List<Map<String, Object>> faults(JsonNode value) {
        if (!value.isObject()) {
            var text = "Input should be a valid dictionary or instance of " + model;
            return List.of(fault("model_type", List.of(), text, value, Map.of("class_name", model)));
        }
        var faults = new ArrayList<Map<String, Object>>();
        rules.forEach((field, rule) -> {
            if (value.hasNonNull(field)) {
                faults.addAll(rule.faults(field, value.get(field)));
            }
        });
        value.propertyStream()
                .filter(it -> !rules.containsKey(it.getKey()))
                .map(it -> fault(
                        "extra_forbidden",
                        List.of(it.getKey()),
                        "Extra inputs are not permitted",
                        it.getValue(),
                        Map.of()))
                .forEach(faults::add);
        return faults;
    }

    /** The fault of a text that should hold the object as JSON. */
    public static Map<String, Object> noJson(String text) {
        return fault(
                "json_invalid",
                List.of(),
                "Invalid JSON: expected value at line 1 column 1",
                StringNode.valueOf(text),
                Map.of("error", "expected value at line 1 column 1"));
    }

    private static List<Map<String, Object>> wordFaults(String field, JsonNode value, List<String> words) {
        if (!value.isArray()) {
            return List.of(fault("list_type", List.of(field), "Input should be a valid list", value, Map.of()));
        }
        var expected = expected(words);
        return IntStream.range(0, value.size())
                .filter(it -> !value.get(it).isString()
                        || !words.contains(value.get(it).stringValue()))
                .mapToObj(it -> fault(
                        "literal_error",
                        List.of(field, String.valueOf(it)),
                        "Input should be " + expected,
                        value.get(it),
                        Map.of("expected", expected)))
                .toList();
    }

    private static List<Map<String, Object>> truthFaults(String field, JsonNode value) {
        if (value.isContainer()) {
            return List.of(fault("bool_type", List.of(field), "Input should be a valid boolean", value, Map.of()));
        }
        if (Input.truth(value).isPresent()) {
            return List.of();
        }
        var text = "Input should be a valid boolean, unable to interpret input";
        return List.of(fault("bool_parsing", List.of(field), text, value, Map.of()));
    }

    private static String expected(List<String> words) {
        var quoted = words.stream().map(it -> "'" + it + "'").toList();
        return String.join(", ", quoted.subList(0, quoted.size() - 1)) + " or " + quoted.getLast();
    }

    private static Map<String, Object> fault(
            String type, List<String> location, String message, JsonNode input, Map<String, String> context) {
        var fault = new LinkedHashMap<String, Object>();
        fault.put("type", type);
        fault.put("loc", location);
        fault.put("msg", message);
        fault.put("input", text(input));
        if (!context.isEmpty()) {
            fault.put("ctx", context);
        }
        fault.put("url", DOCUMENTATION + type);
        return fault;
    }

    /** Every scalar as text, lists and objects in their shape. */
    private static Object text(JsonNode value) {
        if (value.isArray()) {
            return value.valueStream().map(StrictSchema::text).toList();
        }
        if (value.isObject()) {
            return value.propertyStream()
                    .collect(Collectors.toMap(
                            Map.Entry::getKey, it -> text(it.getValue()), (one, two) -> two, LinkedHashMap::new));
        }
        return switch (value.getNodeType()) {
            case BOOLEAN -> value.booleanValue() ? "True" : "False";
            case NULL, MISSING -> "None";
            default -> value.asString();
        };
    }
}
