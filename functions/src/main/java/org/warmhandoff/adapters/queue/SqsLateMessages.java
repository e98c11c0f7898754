package org.warmhandoff.adapters.queue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.warmhandoff.message.LateMessages;
import org.warmhandoff.message.MessageKey;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResponse;

/** The queue in SQS. A body is the text of a message's key and nothing else. */
public final class SqsLateMessages implements LateMessages {

    private static final int MOST_IN_A_BATCH = 10;

    private final SqsClient client;
    private final String url;

    public SqsLateMessages(SqsClient client, String url) {
        this.client = client;
        this.url = url;
    }

    @Override
    public void put(MessageKey message, Duration delay) {
        // Rounded up: what comes back a moment early only goes round once more.
        int seconds = (int) Math.min(delay.plusMillis(999).toSeconds(), LONGEST_DELAY.toSeconds());
        client.sendMessage(
                request -> request.queueUrl(url).messageBody(message.text()).delaySeconds(Math.max(seconds, 0)));
    }

    @Override
    public void putAll(List<MessageKey> messages) {
        for (int from = 0; from < messages.size(); from += MOST_IN_A_BATCH) {
            batch(messages.subList(from, Math.min(from + MOST_IN_A_BATCH, messages.size())));
        }
    }

    private void batch(List<MessageKey> messages) {
        List<SendMessageBatchRequestEntry> entries = new ArrayList<>();
        for (MessageKey message : messages) {
            entries.add(SendMessageBatchRequestEntry.builder()
                    .id(Integer.toString(entries.size()))
                    .messageBody(message.text())
                    .build());
        }
        SendMessageBatchResponse answer =
                client.sendMessageBatch(request -> request.queueUrl(url).entries(entries));
        if (!answer.failed().isEmpty()) {
            throw new IllegalStateException(
                    "the queue did not take " + answer.failed().size() + " messages");
        }
    }
}
