package org.warmhandoff.adapters.http;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.StringJoiner;

/** The network that an address is in, {@code /24} or {@code /64}: enough to slow a guesser down, too little to know a person by. */
final class Network {

    static final String UNKNOWN = "unknown";

    private Network() {}

    /** Of an address, as API Gateway and the distribution in front give it. */
    static String of(String address) {
        try {
            InetAddress parsed = InetAddress.ofLiteral(address.strip());
            byte[] bytes = parsed.getAddress();
            if (parsed instanceof Inet4Address) {
                return (bytes[0] & 255) + "." + (bytes[1] & 255) + "." + (bytes[2] & 255) + ".0/24";
            }
            StringJoiner groups = new StringJoiner(":", "", "::/64");
            for (int group = 0; group < 8; group += 2) {
                groups.add(HexFormat.of().formatHex(Arrays.copyOfRange(bytes, group, group + 2)));
            }
            return groups.toString();
        } catch (IllegalArgumentException e) {
            return UNKNOWN;
        }
    }
}
