package org.warmhandoff.local.template;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Answers the intrinsic functions of CloudFormation. Empty stands for {@code AWS::NoValue}. */
final class Intrinsics {

    static final String REGION = "us-east-1";
    static final String ACCOUNT = "000000000000";

    private static final Map<String, String> PSEUDO_PARAMETERS = Map.of(
            "AWS::Region",
            REGION,
            "AWS::AccountId",
            ACCOUNT,
            "AWS::Partition",
            "aws",
            "AWS::StackName",
            "warm-handoff-local",
            "AWS::StackId",
            "arn:aws:cloudformation:" + REGION + ":" + ACCOUNT + ":stack/warm-handoff-local/local",
            "AWS::URLSuffix",
            "amazonaws.com");

    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{(!?)([^}]*)}");

    private final Map<String, Object> parameters;
    private final Map<String, Object> mappings;
    private final Map<String, Object> conditions;
    private final Map<String, Object> resources;
    private final LocalValues values;

    Intrinsics(Map<String, Object> template, LocalValues values) {
        this.parameters = YamlTree.asMap(template.get("Parameters"));
        this.mappings = YamlTree.asMap(template.get("Mappings"));
        this.conditions = YamlTree.asMap(template.get("Conditions"));
        this.resources = YamlTree.asMap(template.get("Resources"));
        this.values = values;
        values.parameters().keySet().stream()
                .filter(name -> !parameters.containsKey(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new TemplateProblem("Parameters", "has no " + name + ", which the local system sets");
                });
    }

    Optional<Object> resolve(@Nullable Object value, String where) {
        return switch (value) {
            case null -> Optional.empty();
            case Map<?, ?> map
            when map.size() == 1 && isIntrinsic(map.keySet().iterator().next()) ->
                call(
                        (String) map.keySet().iterator().next(),
                        map.values().iterator().next(),
                        where);
            case Map<?, ?> map -> {
                Map<String, Object> resolved = new LinkedHashMap<>();
                map.forEach((key, item) ->
                        resolve(item, where + "." + key).ifPresent(present -> resolved.put((String) key, present)));
                yield Optional.of(resolved);
            }
            case List<?> list -> {
                List<Object> resolved = new ArrayList<>();
                list.forEach(item -> resolve(item, where).ifPresent(resolved::add));
                yield Optional.of(resolved);
            }
            default -> Optional.of(value);
        };
    }

    /** All parameters with the values that hold here. */
    Map<String, String> parameters() {
        Map<String, String> all = new LinkedHashMap<>();
        parameters.keySet().forEach(name -> all.put(name, String.valueOf(parameter(name))));
        return all;
    }

    boolean condition(String name) {
        if (!conditions.containsKey(name)) {
            throw new TemplateProblem("Conditions", "has no " + name);
        }
        return truth(conditions.get(name), "Conditions." + name);
    }

    private static boolean isIntrinsic(Object key) {
        return key.equals("Ref") || ((String) key).startsWith("Fn::");
    }

    private Optional<Object> call(String function, @Nullable Object argument, String where) {
        return switch (function) {
            case "Ref" -> reference((String) argument, where);
            case "Fn::GetAtt" -> Optional.of(attribute(argument, where));
            case "Fn::Sub" -> Optional.of(substitute(argument, where));
            case "Fn::If" -> {
                List<?> parts = (List<?>) argument;
                yield resolve(condition((String) parts.get(0)) ? parts.get(1) : parts.get(2), where);
            }
            case "Fn::Join" -> {
                List<?> parts = (List<?>) argument;
                yield Optional.of(
                        list(parts.get(1), where).stream().map(String::valueOf).collect(Collectors.joining((String)
                                parts.get(0))));
            }
            case "Fn::Select" -> {
                List<?> parts = (List<?>) argument;
                yield Optional.of(list(parts.get(1), where).get(Integer.parseInt(required(parts.get(0), where))));
            }
            case "Fn::Split" -> {
                List<?> parts = (List<?>) argument;
                yield Optional.of(
                        Arrays.asList(required(parts.get(1), where).split(Pattern.quote((String) parts.get(0)), -1)));
            }
            case "Fn::FindInMap" -> Optional.of(mapped((List<?>) argument, where));
            case "Fn::Equals", "Fn::Not", "Fn::And", "Fn::Or" -> Optional.of(truth(Map.of(function, argument), where));
            default -> throw new TemplateProblem(where, "the local system does not know " + function);
        };
    }

    private Optional<Object> reference(String name, String where) {
        if (name.equals("AWS::NoValue")) {
            return Optional.empty();
        }
        if (PSEUDO_PARAMETERS.containsKey(name)) {
            return Optional.of(PSEUDO_PARAMETERS.get(name));
        }
        if (parameters.containsKey(name)) {
            return Optional.of(parameter(name));
        }
        return Optional.of(values.reference(name, type(name, where))
                .orElseThrow(() -> new TemplateProblem(
                        where, "there is no local value for Ref " + name + " (" + type(name, where) + ")")));
    }

    private Object parameter(String name) {
        String set = values.parameters().get(name);
        Map<String, Object> declaration = YamlTree.asMap(parameters.get(name));
        Object value = set != null ? set : declaration.get("Default");
        if (value == null) {
            throw new TemplateProblem("Parameters." + name, "has no default, and the local system sets none");
        }
        String type = String.valueOf(declaration.get("Type"));
        if (type.equals("CommaDelimitedList") || type.startsWith("List<")) {
            return Arrays.stream(value.toString().split(",")).map(String::strip).toList();
        }
        return value;
    }

    private String attribute(@Nullable Object argument, String where) {
        List<?> parts = (List<?>) argument;
        String name = (String) parts.get(0);
        String attribute = required(parts.get(1), where);
        return values.attribute(name, type(name, where), attribute)
                .orElseThrow(() -> new TemplateProblem(
                        where,
                        "there is no local value for GetAtt " + name + "." + attribute + " (" + type(name, where)
                                + ")"));
    }

    private String type(String name, String where) {
        // SAM lets one refer to what it makes of a function: {Ref: SomeFunction.Alias}.
        Object resource = resources.get(name.split("\\.")[0]);
        if (resource == null) {
            throw new TemplateProblem(where, "names " + name + ", which is neither parameter nor resource");
        }
        return String.valueOf(YamlTree.asMap(resource).get("Type"));
    }

    private String substitute(@Nullable Object argument, String where) {
        String text = argument instanceof List<?> parts ? (String) parts.get(0) : (String) argument;
        Map<String, Object> own = argument instanceof List<?> parts ? YamlTree.asMap(parts.get(1)) : Map.of();
        return PLACEHOLDER.matcher(text).replaceAll(match -> {
            String name = match.group(2).strip();
            if (!match.group(1).isEmpty()) {
                return java.util.regex.Matcher.quoteReplacement("${" + name + "}");
            }
            String value;
            if (own.containsKey(name)) {
                value = required(own.get(name), where);
            } else if (name.contains(".")) {
                value = attribute(List.of(name.split("\\.", 2)), where);
            } else {
                value = reference(name, where).map(String::valueOf).orElse("");
            }
            return java.util.regex.Matcher.quoteReplacement(value);
        });
    }

    private Object mapped(List<?> path, String where) {
        Map<String, Object> map = YamlTree.asMap(mappings.get(required(path.get(0), where)));
        Map<String, Object> row = YamlTree.asMap(map.get(required(path.get(1), where)));
        Object value = row.get(required(path.get(2), where));
        if (value == null) {
            throw new TemplateProblem(where, "finds nothing in the mapping " + path);
        }
        return value;
    }

    private boolean truth(@Nullable Object condition, String where) {
        Map<String, Object> map = YamlTree.asMap(condition);
        String function = map.keySet().iterator().next();
        Object argument = map.get(function);
        return switch (function) {
            case "Condition" -> condition((String) argument);
            case "Fn::Equals" -> {
                List<?> both = (List<?>) argument;
                yield required(both.get(0), where).equals(required(both.get(1), where));
            }
            case "Fn::Not" -> !truth(((List<?>) argument).get(0), where);
            case "Fn::And" -> ((List<?>) argument).stream().allMatch(part -> truth(part, where));
            case "Fn::Or" -> ((List<?>) argument).stream().anyMatch(part -> truth(part, where));
            default -> throw new TemplateProblem(where, "the local system does not know the condition " + function);
        };
    }

    private List<?> list(@Nullable Object value, String where) {
        return (List<?>) resolve(value, where).orElse(List.of());
    }

    private String required(@Nullable Object value, String where) {
        return resolve(value, where)
                .map(String::valueOf)
                .orElseThrow(() -> new TemplateProblem(where, "needs a value in place of AWS::NoValue"));
    }
}
