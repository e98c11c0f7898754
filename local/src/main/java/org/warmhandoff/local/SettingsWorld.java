package org.warmhandoff.local;

import java.lang.reflect.Method;
import java.net.URI;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import org.warmhandoff.local.lambda.FunctionWorld;

/**
 * What Lambda would have set up for a function: the services' addresses and credentials, which the SDK reads from system
 * properties as it would read them from the environment; its settings and its clock, which wiring reads in one place each.
 */
final class SettingsWorld implements FunctionWorld {

    private static final String REGION = "us-east-1";

    private final URI wire;
    private final URI table;

    SettingsWorld(URI wire, URI table) {
        this.wire = wire;
        this.table = table;
    }

    @Override
    public void prepare(String function, ClassLoader code, Map<String, String> environment, InstantSource clock)
            throws ReflectiveOperationException {
        System.setProperty("aws.region", REGION);
        System.setProperty("aws.endpointUrl", wire.toString());
        System.setProperty("aws.endpointUrlDynamoDb", table.toString());
        // As under SnapStart, credentials come from an address that the environment names.
        System.setProperty("aws.containerCredentialsFullUri", wire + "/credentials");

        Map<String, String> settings = new LinkedHashMap<>(environment);
        settings.put("AWS_REGION", REGION);
        settings.put("AWS_LAMBDA_FUNCTION_NAME", function);
        settings.put("AWS_ENDPOINT_URL", wire.toString());
        settings.put("AWS_ENDPOINT_URL_DYNAMODB", table.toString());
        replace(code, "org.warmhandoff.wiring.Settings", Map.class, settings);
        replace(code, "org.warmhandoff.wiring.SystemClock", InstantSource.class, clock);
    }

    private static <T> void replace(ClassLoader code, String type, Class<T> of, T with)
            throws ReflectiveOperationException {
        Method replace = Class.forName(type, true, code).getDeclaredMethod("replace", of);
        replace.invoke(null, with);
    }
}
