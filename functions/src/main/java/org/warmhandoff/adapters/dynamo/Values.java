package org.warmhandoff.adapters.dynamo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What may stand in an attribute, in the one form in which we write it. */
final class Values {

    private Values() {}

    static AttributeValue of(Object value) {
        return switch (value) {
            case String text -> AttributeValue.fromS(text);
            case Integer number -> AttributeValue.fromN(Integer.toString(number));
            case Long number -> AttributeValue.fromN(Long.toString(number));
            case Boolean flag -> AttributeValue.fromBool(flag);
            case Enum<?> one -> AttributeValue.fromS(one.name());
            case Instant time -> AttributeValue.fromS(Stamp.of(time));
            case LocalDate date -> AttributeValue.fromS(date.toString());
            case Attributes nested -> AttributeValue.fromM(nested.values());
            case Collection<?> several ->
                AttributeValue.fromL(several.stream().map(Values::of).toList());
            case AttributeValue already -> already;
            case Optional<?> optional ->
                throw new IllegalArgumentException("an Optional is not a value: " + optional.isPresent());
            default ->
                throw new IllegalArgumentException(
                        "not a value of the table: " + value.getClass().getName());
        };
    }
}
