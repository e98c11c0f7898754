package org.warmhandoff.deploy;

import static java.util.stream.Collectors.toSet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Stream;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.scheduler.model.CreateScheduleRequest;
import software.amazon.awssdk.services.scheduler.model.DeleteScheduleRequest;
import software.amazon.awssdk.services.scheduler.model.GetScheduleRequest;
import software.amazon.awssdk.services.sesv2.model.SendEmailRequest;
import software.amazon.awssdk.services.sns.model.PublishRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;

/**
 * Notes what IAM would have been asked at every call that a handler makes. The SDK finds it by its list of global interceptors, so the
 * clients under test are the deployed ones. The function is known by the handler on the stack.
 */
public final class CallRecorder implements ExecutionInterceptor {

    /** The local system loads our classes anew for each function, so one set for all of them lies where every loader finds it. */
    @SuppressWarnings("unchecked")
    private static final Set<String> CALLS = (Set<String>) System.getProperties()
            .computeIfAbsent(CallRecorder.class.getName(), _ -> new ConcurrentSkipListSet<String>());

    /** Where the processes of one run note their calls; absent where a test is run by hand. */
    private static final Optional<Path> NOTES =
            Optional.ofNullable(System.getProperty("aws.calls")).map(Path::of);

    private static final StackWalker STACK = StackWalker.getInstance();

    /** What was called so far in this run of the tests, in this process and those beside it. */
    static Set<AwsCall> calls() throws IOException {
        Set<String> calls = new TreeSet<>(CALLS);
        if (NOTES.isPresent() && Files.isDirectory(NOTES.get())) {
            try (Stream<Path> processes = Files.list(NOTES.get())) {
                for (Path noted : processes.toList()) {
                    calls.addAll(Files.readAllLines(noted));
                }
            }
        }
        return calls.stream()
                .map(call -> call.split("\t"))
                .map(part -> new AwsCall(part[0], part[1], part[2]))
                .collect(toSet());
    }

    @Override
    public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
        function()
                .ifPresent(function -> asked(context.request())
                        .map(call -> String.join("\t", function, call.action(), call.resource()))
                        .filter(CALLS::add)
                        .forEach(CallRecorder::note));
    }

    /** Each call once, for the process that compares. Two loaders may note at the same moment, so a line is written as one piece. */
    private static void note(String call) {
        if (NOTES.isEmpty()) {
            return;
        }
        try {
            Files.createDirectories(NOTES.get());
            Path noted = NOTES.get().resolve(ProcessHandle.current().pid() + ".tsv");
            Files.writeString(noted, call + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The function in whose doing this thread is. */
    static Optional<String> function() {
        return STACK.walk(frames -> frames.map(StackWalker.StackFrame::getClassName)
                .filter(name -> name.matches("org\\.warmhandoff\\.actions\\.[a-z]+\\.[A-Za-z]+Handler"))
                .map(name -> name.substring(name.lastIndexOf('.') + 1).replaceFirst("Handler$", ""))
                .findFirst());
    }

    private record Asked(String action, String resource) {}

    private static Stream<Asked> asked(SdkRequest request) {
        return switch (request) {
            case TransactWriteItemsRequest transaction ->
                transaction.transactItems().stream().map(CallRecorder::inTransaction);
            case TransactGetItemsRequest _ -> Stream.of(new Asked("dynamodb:GetItem", "Table"));
            case GetItemRequest _ -> Stream.of(new Asked("dynamodb:GetItem", "Table"));
            case BatchGetItemRequest _ -> Stream.of(new Asked("dynamodb:BatchGetItem", "Table"));
            case PutItemRequest _ -> Stream.of(new Asked("dynamodb:PutItem", "Table"));
            case UpdateItemRequest _ -> Stream.of(new Asked("dynamodb:UpdateItem", "Table"));
            case DeleteItemRequest _ -> Stream.of(new Asked("dynamodb:DeleteItem", "Table"));
            case QueryRequest query ->
                Stream.of(new Asked(
                        "dynamodb:Query", query.indexName() == null ? "Table" : "Table/index/" + query.indexName()));
            case SendEmailRequest mail ->
                mail.configurationSetName() == null
                        ? Stream.of(new Asked("ses:SendEmail", "SenderIdentity"))
                        : Stream.of(
                                new Asked("ses:SendEmail", "SenderIdentity"),
                                new Asked("ses:SendEmail", mail.configurationSetName()));
            case PublishRequest text ->
                Stream.of(new Asked("sns:Publish", text.phoneNumber() == null ? "a topic" : "*"));
            case SendMessageRequest message -> Stream.of(new Asked("sqs:SendMessage", lastPart(message.queueUrl())));
            case SendMessageBatchRequest batch -> Stream.of(new Asked("sqs:SendMessage", lastPart(batch.queueUrl())));
            case CreateScheduleRequest schedule ->
                Stream.of(
                        new Asked("scheduler:CreateSchedule", schedule.groupName()),
                        new Asked("iam:PassRole", lastPart(schedule.target().roleArn())));
            case GetScheduleRequest schedule -> Stream.of(new Asked("scheduler:GetSchedule", schedule.groupName()));
            case DeleteScheduleRequest schedule ->
                Stream.of(new Asked("scheduler:DeleteSchedule", schedule.groupName()));
            default ->
                Stream.of(new Asked(
                        "unknown to the recorder: " + request.getClass().getSimpleName(), "?"));
        };
    }

    /** IAM is asked for what a transaction does, not for the transaction. */
    private static Asked inTransaction(TransactWriteItem item) {
        if (item.put() != null) {
            return new Asked("dynamodb:PutItem", "Table");
        }
        if (item.update() != null) {
            return new Asked("dynamodb:UpdateItem", "Table");
        }
        return new Asked(item.delete() != null ? "dynamodb:DeleteItem" : "dynamodb:ConditionCheckItem", "Table");
    }

    private static String lastPart(String address) {
        return address.substring(address.lastIndexOf('/') + 1);
    }
}
