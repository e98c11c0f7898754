package org.warmhandoff.local.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.InstantSource;
import java.util.Locale;
import org.warmhandoff.local.Json;
import org.warmhandoff.local.http.Request;
import org.warmhandoff.local.http.Response;

/** The administration of a Cognito user pool: what adding and disabling a member calls. */
final class SignInService implements Service {

    private static final String TYPE = "application/x-amz-json-1.1";

    private final Accounts accounts;
    private final InstantSource clock;

    SignInService(Accounts accounts, InstantSource clock) {
        this.accounts = accounts;
        this.clock = clock;
    }

    @Override
    public String operation(Request request) {
        String target = request.header("x-amz-target").orElse("");
        return target.substring(target.lastIndexOf('.') + 1);
    }

    @Override
    public Response answer(Request request) {
        JsonNode body = Json.read(request.body());
        String username = body.path("Username").asText();
        if (username.isEmpty() || body.path("UserPoolId").asText().isEmpty()) {
            throw new WireError(400, "InvalidParameterException", "Username and UserPoolId are required");
        }
        ObjectNode answer = Json.object();
        switch (operation(request)) {
            case "AdminCreateUser" -> answer.set("User", described(created(username, body)));
            case "AdminGetUser" -> {
                Accounts.Account account = existing(username);
                answer.setAll(described(account));
                answer.set("UserAttributes", answer.remove("Attributes"));
            }
            case "AdminDisableUser" -> accounts.put(existing(username).enabled(false));
            case "AdminEnableUser" -> accounts.put(existing(username).enabled(true));
            case "AdminDeleteUser" -> accounts.remove(existing(username));
            case "AdminUserGlobalSignOut" -> existing(username);
            case "AdminUpdateUserAttributes" -> {
                Accounts.Account account = existing(username);
                String email = attribute(body, "email", account.email());
                String name = attribute(body, "name", account.name());
                accounts.put(new Accounts.Account(account.sub(), email, name, account.isEnabled()));
            }
            default ->
                throw new WireError(
                        400, "UnknownOperationException", "The local Cognito knows no " + operation(request));
        }
        return Response.of(200, TYPE, Json.bytes(answer));
    }

    @Override
    public Response error(WireError error) {
        return JsonErrors.rpc(error, TYPE).with("x-amzn-ErrorType", error.code());
    }

    @Override
    public WireError throttled() {
        return new WireError(400, "TooManyRequestsException", "Rate exceeded");
    }

    private Accounts.Account created(String username, JsonNode body) {
        String email = attribute(body, "email", username).toLowerCase(Locale.ROOT);
        if (accounts.byEmail(email).isPresent()) {
            throw new WireError(400, "UsernameExistsException", "User account already exists");
        }
        return accounts.create(email, attribute(body, "name", email));
    }

    private Accounts.Account existing(String username) {
        return accounts.find(username)
                .orElseThrow(() -> new WireError(400, "UserNotFoundException", "User does not exist."));
    }

    private static String attribute(JsonNode body, String name, String otherwise) {
        for (JsonNode attribute : body.path("UserAttributes")) {
            if (attribute.path("Name").asText().equals(name)) {
                return attribute.path("Value").asText();
            }
        }
        return otherwise;
    }

    private ObjectNode described(Accounts.Account account) {
        ObjectNode json = Json.object()
                .put("Username", account.sub())
                .put("Enabled", account.isEnabled())
                .put("UserStatus", "FORCE_CHANGE_PASSWORD")
                .put("UserCreateDate", clock.instant().getEpochSecond())
                .put("UserLastModifiedDate", clock.instant().getEpochSecond());
        var attributes = json.putArray("Attributes");
        attributes.addObject().put("Name", "sub").put("Value", account.sub());
        attributes.addObject().put("Name", "email").put("Value", account.email());
        attributes.addObject().put("Name", "name").put("Value", account.name());
        return json;
    }
}
