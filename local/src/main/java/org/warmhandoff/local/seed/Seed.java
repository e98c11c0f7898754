package org.warmhandoff.local.seed;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.warmhandoff.local.http.Request;
import org.warmhandoff.local.http.Response;
import org.warmhandoff.local.wire.Messages;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** What a first start plants. */
public final class Seed {

    private final ApiCalls api;
    private final Network network;
    private final Function<Request, Response> gateway;

    /**
     * @param gateway answers a request as the API does
     * @param tokens a token for a member
     * @param signUp makes a sign-in of address and name, and answers its {@code sub}
     */
    public Seed(
            DynamoDbClient client,
            String table,
            InstantSource clock,
            Function<Request, Response> gateway,
            UnaryOperator<String> tokens,
            BiFunction<String, String, String> signUp) {
        this.gateway = gateway;
        this.api = new ApiCalls(gateway, tokens);
        this.network = new Network(api, new FirstAdministrator(client, table, clock), signUp);
    }

    /** The network without any referral; answers the members' ids by their addresses. */
    public Map<String, String> network() {
        return network.plant();
    }

    /**
     * What happened in the network since {@link #historyLength()} ago.
     *
     * @param time moves the clock
     */
    public void history(Map<String, String> members, Messages messages, Consumer<Duration> time) {
        // A visitor reads for a while too, so what has passed is counted where it passes.
        Duration[] lived = {Duration.ZERO};
        Consumer<Duration> counted = span -> {
            time.accept(span);
            lived[0] = lived[0].plus(span);
        };
        new History(api, new Visitor(gateway, messages, counted), counted, () -> lived[0], members).live();
    }

    public static Duration historyLength() {
        return History.LENGTH;
    }
}
