package org.warmhandoff.adapters.dynamo;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.warmhandoff.channel.ChannelAddress;

/**
 * Hides the addresses of clients in keys. There are few enough telephone numbers to try them all on a bare hash, so it takes a secret.
 */
public final class AddressKey {

    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec secret;

    public AddressKey(String secret) {
        this.secret = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM);
    }

    /** The partition of everything that is kept of an address: {@link Keys#channelPartition}. */
    public String partition(ChannelAddress address) {
        char letter = switch (address) {
            case ChannelAddress.Email e -> 'E';
            case ChannelAddress.Text t -> 'S';
        };
        return Keys.channelPartition(letter, hash(address.value()));
    }

    public Key channel(ChannelAddress address) {
        return Keys.channel(partition(address));
    }

    private String hash(String address) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(secret);
            byte[] hash = mac.doFinal(address.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException(e);
        }
    }
}
