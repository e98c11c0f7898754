package org.warmhandoff.adapters.dynamo;

import java.util.Optional;
import java.util.regex.Pattern;
import org.warmhandoff.link.Link;
import org.warmhandoff.link.Links;
import org.warmhandoff.link.TokenHash;

/** Links, each in one read by the hash of its token. */
public final class DynamoLinks implements Links {

    /** 128 bits for texts, 256 for mails, base64url. What does not look like one is not looked up. */
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{22}|[A-Za-z0-9_-]{43}");

    private final Table table;

    public DynamoLinks(Table table) {
        this.table = table;
    }

    @Override
    public Optional<Link> find(String token) {
        if (!TOKEN.matcher(token).matches()) {
            return Optional.empty();
        }
        TokenHash hash = TokenHash.of(token);
        return LinkItem.of(hash, table.get(Keys.link(hash)));
    }
}
