package org.warmhandoff.deploy;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.SdkResponse;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;

/**
 * Has the table say what each call of a function consumed, and adds it up; only while a bench asks. The SDK finds it as it does
 * {@link CallRecorder}.
 */
public final class CapacityMeter implements ExecutionInterceptor {

    /** Each function's classes are its own, so what all of them add to lies where every loader finds it. */
    private static final String UNITS = CapacityMeter.class.getName();

    /** From here on what is consumed is counted. */
    public static void start() {
        System.getProperties().put(UNITS, new ConcurrentHashMap<String, Double>());
    }

    /** The units that a function consumed since the last time. */
    public static double take(String function) {
        Double units = units().remove(function);
        return units == null ? 0 : units;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Double> units() {
        return (Map<String, Double>) System.getProperties().get(UNITS);
    }

    @Override
    public SdkRequest modifyRequest(Context.ModifyRequest context, ExecutionAttributes attributes) {
        if (units() == null) {
            return context.request();
        }
        ReturnConsumedCapacity total = ReturnConsumedCapacity.TOTAL;
        return switch (context.request()) {
            case GetItemRequest get ->
                get.toBuilder().returnConsumedCapacity(total).build();
            case BatchGetItemRequest batch ->
                batch.toBuilder().returnConsumedCapacity(total).build();
            case QueryRequest query ->
                query.toBuilder().returnConsumedCapacity(total).build();
            case PutItemRequest put ->
                put.toBuilder().returnConsumedCapacity(total).build();
            case UpdateItemRequest update ->
                update.toBuilder().returnConsumedCapacity(total).build();
            case DeleteItemRequest delete ->
                delete.toBuilder().returnConsumedCapacity(total).build();
            case TransactWriteItemsRequest write ->
                write.toBuilder().returnConsumedCapacity(total).build();
            default -> context.request();
        };
    }

    @Override
    public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
        Map<String, Double> units = units();
        if (units != null) {
            CallRecorder.function()
                    .ifPresent(function -> consumed(context.response()).stream()
                            .filter(one -> one != null && one.capacityUnits() != null)
                            .forEach(one -> units.merge(function, one.capacityUnits(), Double::sum)));
        }
    }

    private static Collection<ConsumedCapacity> consumed(SdkResponse response) {
        return switch (response) {
            case GetItemResponse get -> one(get.consumedCapacity());
            case BatchGetItemResponse batch -> batch.consumedCapacity();
            case QueryResponse query -> one(query.consumedCapacity());
            case PutItemResponse put -> one(put.consumedCapacity());
            case UpdateItemResponse update -> one(update.consumedCapacity());
            case DeleteItemResponse delete -> one(delete.consumedCapacity());
            case TransactWriteItemsResponse write -> write.consumedCapacity();
            default -> List.of();
        };
    }

    private static Collection<ConsumedCapacity> one(ConsumedCapacity consumed) {
        return consumed == null ? List.of() : List.of(consumed);
    }
}
