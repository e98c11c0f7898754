package org.warmhandoff.adapters.dynamo;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.warmhandoff.channel.ChannelAddress;
import org.warmhandoff.channel.ChannelChecks;
import org.warmhandoff.client.ClientRow;
import org.warmhandoff.client.ClientWords;
import org.warmhandoff.member.Member;
import org.warmhandoff.organization.OrganizationId;
import org.warmhandoff.paging.Page;

/** Checks are counted by a counter; whoever holds an address is found by the words of clients. */
public final class DynamoChannelChecks implements ChannelChecks {

    private static final int AT_A_TIME = 100;

    private final Table table;
    private final DynamoClientRows clients;
    private final int mostAnHour;

    public DynamoChannelChecks(Table table, int mostAnHour) {
        this.table = table;
        this.clients = new DynamoClientRows(table);
        this.mostAnHour = mostAnHour;
    }

    @Override
    public Optional<Instant> enoughUntil(Member member, Instant now) {
        Counted checks = new Counted(MemberItem.key(member.id()), "CHECKS", Duration.ofHours(1), mostAnHour);
        return table.write(checks.once(now)).done() ? Optional.empty() : Optional.of(checks.until(now));
    }

    @Override
    public boolean holds(OrganizationId organization, ChannelAddress address) {
        ClientWords.Query words = ClientWords.query(address.value()).orElseThrow();
        Optional<String> from = Optional.empty();
        do {
            Page<ClientRow> page = clients.matching(organization, words, from, AT_A_TIME);
            if (page.items().stream().anyMatch(row -> has(row, address))) {
                return true;
            }
            from = page.next();
        } while (from.isPresent());
        return false;
    }

    private static boolean has(ClientRow row, ChannelAddress address) {
        return switch (address) {
            case ChannelAddress.Email email -> row.emails().contains(email.address());
            case ChannelAddress.Text text -> row.phones().contains(text.number());
        };
    }
}
