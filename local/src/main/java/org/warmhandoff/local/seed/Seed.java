package org.warmhandoff.local.seed;

import java.time.InstantSource;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.warmhandoff.local.http.Request;
import org.warmhandoff.local.http.Response;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** What a first start plants. */
public final class Seed {

    private final Network network;

    /**
     * @param gateway answers a request as the API does
     * @param tokens a token for a member
     * @param signUp makes a sign-in of address and name
     */
    public Seed(
            DynamoDbClient client,
            String table,
            InstantSource clock,
            Function<Request, Response> gateway,
            UnaryOperator<String> tokens,
            BiFunction<String, String, String> signUp) {
        ApiCalls api = new ApiCalls(gateway, tokens);
        this.network = new Network(api, new FirstAdministrator(client, table, clock), signUp);
    }

    /** The network without any referral; answers the members' ids by their addresses. */
    public Map<String, String> network() {
        return network.plant();
    }
}
