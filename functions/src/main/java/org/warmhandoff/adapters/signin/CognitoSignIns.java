package org.warmhandoff.adapters.signin;

import java.net.URI;
import java.util.List;
import org.warmhandoff.adapters.http.Json;
import org.warmhandoff.adapters.http.JsonWriter;
import org.warmhandoff.contact.EmailAddress;
import org.warmhandoff.member.MemberId;
import org.warmhandoff.member.SignIns;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.regions.Region;

/** The sign-ins of a Cognito user pool whose users sign in by email address. */
public final class CognitoSignIns implements SignIns {

    private final CognitoCalls cognito;
    private final String userPool;

    public CognitoSignIns(
            SdkHttpClient http, AwsCredentialsProvider credentials, Region region, URI endpoint, String userPool) {
        this.cognito = new CognitoCalls(http, credentials, region, endpoint);
        this.userPool = userPool;
    }

    @Override
    public Created create(String name, EmailAddress email) {
        CognitoCalls.Answer answer = cognito.call(
                "AdminCreateUser",
                json -> user(json, email.value())
                        .objects(
                                "UserAttributes",
                                List.of(
                                        new Attribute("email", email.value()),
                                        // An administrator vouches for it; unverified it could not reset its password.
                                        new Attribute("email_verified", "true"),
                                        new Attribute("name", name)),
                                (inner, attribute) ->
                                        inner.put("Name", attribute.name()).put("Value", attribute.value()))
                        .values("DesiredDeliveryMediums", List.of("EMAIL")));
        if (answer.done()) {
            return new Created.New(sub(answer.body().at("/User/Attributes").orElseThrow()));
        }
        if (answer.error().equals("UsernameExistsException")) {
            return new Created.Known(existing(email));
        }
        throw refused("AdminCreateUser", answer);
    }

    private MemberId existing(EmailAddress email) {
        CognitoCalls.Answer answer = cognito.call("AdminGetUser", json -> user(json, email.value()));
        if (!answer.done()) {
            throw refused("AdminGetUser", answer);
        }
        return sub(answer.body().field("UserAttributes").orElseThrow());
    }

    @Override
    public void disable(MemberId id) {
        change("AdminDisableUser", id);
    }

    @Override
    public void enable(MemberId id) {
        change("AdminEnableUser", id);
    }

    private void change(String operation, MemberId id) {
        CognitoCalls.Answer answer = cognito.call(operation, json -> user(json, id.value()));
        if (!answer.done()) {
            throw refused(operation, answer);
        }
    }

    private JsonWriter user(JsonWriter json, String user) {
        return json.put("UserPoolId", userPool).put("Username", user);
    }

    private record Attribute(String name, String value) {}

    private static MemberId sub(Json attributes) {
        if (attributes instanceof Json.Arr(List<Json> elements)) {
            for (Json each : elements) {
                if (each.field("Name").filter(new Json.Str("sub")::equals).isPresent()
                        && each.field("Value").orElseThrow() instanceof Json.Str(String sub)) {
                    return new MemberId(sub);
                }
            }
        }
        throw new IllegalStateException("a sign-in without sub");
    }

    /** Names operation and error, never the person. */
    private static IllegalStateException refused(String operation, CognitoCalls.Answer answer) {
        return new IllegalStateException(operation + " was answered " + answer.status() + " " + answer.error());
    }
}
