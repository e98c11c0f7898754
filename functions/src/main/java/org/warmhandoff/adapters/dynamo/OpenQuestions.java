package org.warmhandoff.adapters.dynamo;

import java.time.Instant;
import java.util.List;
import org.warmhandoff.channel.ChannelAddress;
import org.warmhandoff.share.OpenQuestion;

/** What is open on a number: one consistent query. */
public final class OpenQuestions {

    private final Table table;
    private final AddressKey addressKey;

    public OpenQuestions(Table table, AddressKey addressKey) {
        this.table = table;
        this.addressKey = addressKey;
    }

    /** In the order in which they were planned. */
    public List<OpenQuestion> on(ChannelAddress number, Instant now) {
        return table.queryAll(Query.of(addressKey.partition(number)).beginsWith(Keys.OPEN_QUESTION)).stream()
                .map(OpenQuestionItem::fromItem)
                .filter(question -> question.open(now))
                .toList();
    }
}
