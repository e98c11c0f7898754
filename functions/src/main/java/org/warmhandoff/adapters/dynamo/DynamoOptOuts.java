package org.warmhandoff.adapters.dynamo;

import java.time.Instant;
import org.warmhandoff.Ids;
import org.warmhandoff.channel.Channel;
import org.warmhandoff.channel.ChannelAddress;
import org.warmhandoff.channel.How;
import org.warmhandoff.channel.OptOuts;
import org.warmhandoff.message.CloseReason;
import org.warmhandoff.message.Content;
import org.warmhandoff.message.Message;
import org.warmhandoff.message.MessageKey;

/** One read and one transaction. */
public final class DynamoOptOuts implements OptOuts {

    private static final int ROUNDS = 6;

    private final Table table;
    private final AddressKey addressKey;
    private final Ids ids;

    public DynamoOptOuts(Table table, AddressKey addressKey, Ids ids) {
        this.table = table;
        this.addressKey = addressKey;
        this.ids = ids;
    }

    /** Where the channel is opted out already, what is owed is closed all the same: STOP leaves it, and now a caseworker says that it shall not be. */
    @Override
    public Channel byCaseworker(ChannelAddress address, Instant now) {
        for (int round = 0; round < ROUNDS; round++) {
            Channel before = ChannelItem.of(table.get(ChannelItem.key(addressKey, address)), address);
            Channel after = before.optOut(How.CASEWORKER, now);
            boolean done = table.write(
                            ChannelItem.save(addressKey, before, after),
                            MessageItem.put(Message.owed(
                                    MessageKey.of(addressKey.partition(address), "CLOSE", ids.next()),
                                    new Content.CloseOwedOnChannel(address, CloseReason.OPTED_OUT),
                                    now)))
                    .done();
            if (done) {
                return after;
            }
        }
        throw new TableBusy("a channel that others keep changing");
    }
}
