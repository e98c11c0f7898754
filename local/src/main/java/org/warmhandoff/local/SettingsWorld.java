package org.warmhandoff.local;

import java.net.URI;
import java.time.InstantSource;
import java.util.Map;
import org.warmhandoff.local.lambda.FunctionWorld;

/**
 * What Lambda would have set up for a function: the services' addresses and credentials, which the SDK reads from system
 * properties as it would read them from the environment; its settings and its clock, which wiring reads in one place each.
 */
final class SettingsWorld implements FunctionWorld {

    private final URI wire;
    private final URI table;

    SettingsWorld(URI wire, URI table) {
        this.wire = wire;
        this.table = table;
    }

    @Override
    public void prepare(ClassLoader code, Map<String, String> environment, InstantSource clock)
            throws ReflectiveOperationException {
        System.setProperty("aws.region", "us-east-1");
        System.setProperty("aws.accessKeyId", "local");
        System.setProperty("aws.secretAccessKey", "local");
        System.setProperty("aws.endpointUrl", wire.toString());
        System.setProperty("aws.endpointUrlDynamoDb", table.toString());
    }
}
