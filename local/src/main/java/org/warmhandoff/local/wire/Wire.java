package org.warmhandoff.local.wire;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.local.Json;
import org.warmhandoff.local.http.Request;
import org.warmhandoff.local.http.Response;
import org.warmhandoff.local.http.Server;
import org.warmhandoff.local.lambda.Functions;
import org.warmhandoff.local.store.Store;
import org.warmhandoff.local.template.Template;

/**
 * All services behind one port: the scope of a request's signature says which one it means, so one endpoint setting
 * serves every client.
 */
public final class Wire implements AutoCloseable {

    private static final Pattern SCOPE = Pattern.compile("Credential=[^/]+/\\d{8}/[^/]+/([^/]+)/aws4_request");

    private static final String CREDENTIALS = "/credentials";

    private final Server server;
    private final Map<String, Service> services = new LinkedHashMap<>();
    private final Faults faults = new Faults();
    private final Messages messages;
    private final ProviderEvents events;
    private final Queues queues;
    private final Schedules schedules;
    private final Accounts accounts;
    private final TextService texts;
    private final InstantSource clock;
    private final Runnable nudge;

    private Wire(
            Server server,
            Template template,
            Functions functions,
            InstantSource clock,
            Store store,
            String textNumber,
            Runnable nudge) {
        this.server = server;
        this.clock = clock;
        this.nudge = nudge;
        this.messages = new Messages(store);
        this.events = new ProviderEvents(functions, Subscriptions.of(template), clock, textNumber);
        this.queues = new Queues(template, functions, clock, store);
        this.schedules = new Schedules(queues, functions, clock, store);
        this.accounts = new Accounts(store);
        this.texts = new TextService(messages, events, clock);
        services.put("ses", new MailService(messages, events, clock));
        services.put("sns", texts);
        services.put("sqs", new QueueService(queues, "http://127.0.0.1:" + server.port()));
        services.put("scheduler", new ScheduleService(schedules, queues, template.scheduleGroups(), clock));
        services.put("cognito-idp", new SignInService(accounts, clock));
        server.handle(this::answer);
    }

    /** The port comes first: the template's queue addresses name it. No address stands for all. */
    public static Server listen(@Nullable InetAddress address, Consumer<String> log) throws IOException {
        return new Server(new InetSocketAddress(address, 0), log);
    }

    public static Wire start(
            Server server,
            Template template,
            Functions functions,
            InstantSource clock,
            Store store,
            String textNumber,
            Runnable nudge) {
        return new Wire(server, template, functions, clock, store, textNumber, nudge);
    }

    public Messages messages() {
        return messages;
    }

    public ProviderEvents events() {
        return events;
    }

    public Queues queues() {
        return queues;
    }

    public Schedules schedules() {
        return schedules;
    }

    public Accounts accounts() {
        return accounts;
    }

    public Faults faults() {
        return faults;
    }

    /** The carrier's own list of who wants no texts, which we never see. */
    public void optOutAtCarrier(String number) {
        texts.optOutAtCarrier(number);
    }

    /** Somebody sends a text to our number. */
    public void receiveText(String from, String body, String textNumber) {
        Message text = new Message(
                UUID.randomUUID().toString(),
                clock.instant(),
                Message.Channel.SMS,
                textNumber,
                from,
                "",
                body,
                "",
                Map.of(),
                Map.of(),
                true);
        @Nullable String previous = messages.lastTo(from).map(Message::id).orElse(null);
        messages.add(text);
        events.texted(text, previous);
    }

    /** How the last message to an address comes back. */
    public enum Return {
        BOUNCE,
        COMPLAINT,
        SMS_FAILED
    }

    /** False when nothing of that kind was ever sent there. */
    public boolean sendBack(String to, Return how) {
        Message.Channel channel = how == Return.SMS_FAILED ? Message.Channel.SMS : Message.Channel.EMAIL;
        Optional<Message> last = messages.lastTo(to).filter(message -> message.channel() == channel);
        last.ifPresent(message -> {
            switch (how) {
                case BOUNCE -> events.bounced(message, "General");
                case COMPLAINT -> events.complained(message);
                case SMS_FAILED -> events.textFailed(message);
            }
        });
        return last.isPresent();
    }

    @Override
    public void close() {
        server.close();
    }

    /** The service that a signed request means, such as {@code ses}; empty for a request that is not signed. */
    public static String serviceOf(Request request) {
        Matcher scope = SCOPE.matcher(request.header("authorization").orElse(""));
        return scope.find() ? scope.group(1) : "";
    }

    /** Answers a call of a service; null hangs up. */
    public @Nullable Response answer(Request request) {
        if (request.path().equals(CREDENTIALS)) {
            return credentials();
        }
        Service service = services.get(serviceOf(request));
        if (service == null) {
            return Response.problem(
                    400, "Unknown service", "The signature names none of " + services.keySet() + ", which live here.");
        }
        try {
            Faults.Fault fault = faults.take(service.operation(request)).orElse(null);
            Response response = switch (fault) {
                case THROTTLE -> throw service.throttled();
                case FAIL_BEFORE -> throw internalError();
                case NO_CONNECTION -> null;
                case null -> service.answer(request);
                case FAIL_AFTER -> {
                    service.answer(request);
                    throw internalError();
                }
                case LOSE_ANSWER -> {
                    service.answer(request);
                    yield null;
                }
            };
            return response == null
                    ? null
                    : response.with("x-amzn-RequestId", UUID.randomUUID().toString());
        } catch (WireError e) {
            return service.error(e).with("x-amzn-RequestId", UUID.randomUUID().toString());
        } finally {
            nudge.run();
        }
    }

    /** Who the functions are; a signature is read for its scope alone. */
    private Response credentials() {
        return Response.json(
                200,
                Json.object()
                        .put("AccessKeyId", "local")
                        .put("SecretAccessKey", "local")
                        .put("Token", "local")
                        .put(
                                "Expiration",
                                InstantSource.system()
                                        .instant()
                                        .plus(Duration.ofDays(365))
                                        .toString()));
    }

    private static WireError internalError() {
        return new WireError(500, "InternalServerException", "Something went wrong, on purpose");
    }
}
