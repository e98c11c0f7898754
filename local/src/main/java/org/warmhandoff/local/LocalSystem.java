package org.warmhandoff.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.warmhandoff.local.clock.Journey;
import org.warmhandoff.local.clock.LocalClock;
import org.warmhandoff.local.clock.Rules;
import org.warmhandoff.local.clock.Timetable;
import org.warmhandoff.local.clock.Workforce;
import org.warmhandoff.local.desk.Desk;
import org.warmhandoff.local.dynamodb.DueKeys;
import org.warmhandoff.local.dynamodb.EmbeddedTable;
import org.warmhandoff.local.dynamodb.OwedMessages;
import org.warmhandoff.local.dynamodb.StreamReader;
import org.warmhandoff.local.dynamodb.TableDoor;
import org.warmhandoff.local.gateway.Gateway;
import org.warmhandoff.local.gateway.StaticSite;
import org.warmhandoff.local.http.Request;
import org.warmhandoff.local.http.Response;
import org.warmhandoff.local.http.Server;
import org.warmhandoff.local.lambda.CallLog;
import org.warmhandoff.local.lambda.Functions;
import org.warmhandoff.local.seed.Seed;
import org.warmhandoff.local.seed.SeedRefused;
import org.warmhandoff.local.signin.LocalMembers;
import org.warmhandoff.local.signin.SignIn;
import org.warmhandoff.local.signin.TokenIssuer;
import org.warmhandoff.local.store.Store;
import org.warmhandoff.local.template.EventSource;
import org.warmhandoff.local.template.TableDeclaration;
import org.warmhandoff.local.template.Template;
import org.warmhandoff.local.template.TemplateProblem;
import org.warmhandoff.local.wire.Wire;

/** The whole system in one process: what {@code ./run} starts, and what whole-system tests drive. */
public final class LocalSystem implements AutoCloseable {

    /**
     * How to start.
     *
     * @param port 0 for any free one
     * @param folder where state is kept; empty: in memory
     * @param site the built UI
     * @param parameters of the template, over what the local system itself sets
     */
    public record Options(
            Path template,
            int port,
            boolean listenAll,
            Optional<Path> folder,
            Path site,
            Map<String, String> parameters,
            Beginning beginning,
            Consumer<String> console) {

        /** With the seeded network, or without. */
        public Options beginning(Beginning with) {
            return new Options(template, port, listenAll, folder, site, parameters, with, console);
        }

        /** In memory, on a free port, silent: for tests. */
        public static Options inMemory(Path template) {
            return new Options(
                    template, 0, false, Optional.empty(), Path.of("ui", "dist"), Map.of(), Beginning.NOTHING, _ -> {});
        }

        public Options keptIn(Path there) {
            return new Options(template, port, listenAll, Optional.of(there), site, parameters, beginning, console);
        }

        public Options on(int thisPort) {
            return new Options(template, thisPort, listenAll, folder, site, parameters, beginning, console);
        }

        public Options with(String parameter, String value) {
            Map<String, String> more = new LinkedHashMap<>(parameters);
            more.put(parameter, value);
            return new Options(template, port, listenAll, folder, site, more, beginning, console);
        }

        public Options toConsole(Consumer<String> there) {
            return new Options(template, port, listenAll, folder, site, parameters, beginning, there);
        }
    }

    /** What is there at the first start. */
    public enum Beginning {
        NOTHING,
        /** Organizations, members, listings and clients. */
        NETWORK,
        /** And nine days of referrals. */
        HISTORY
    }

    /**
     * The limits on what caseworkers start are for production; here they would only be in the way. Whom to call has no
     * default in the template, so that no deployment names a stranger; here every dead end shows where it would stand.
     */
    private static final Map<String, String> PARAMETERS = Map.of(
            "SharesPerClientWeek", "1000000",
            "SharesPerMemberHour", "1000000",
            "ReferralsPerOrganizationDay", "1000000",
            "HelpPhone", "+12065550100",
            "HelpEmail", "help@warm-handoff.example.org",
            "TextFailureLog", "true");

    private static final String EVENTS = Desk.PATH + "/events/";

    private final Server server;
    private final Server wireServer;
    private final Store store;
    private final EmbeddedTable table;
    private final Workforce workforce;
    private final Functions functions;
    private final Wire wire;
    private final LocalClock clock;
    private final Journey journey;
    private final List<StreamReader> streams;
    private final TokenIssuer tokens;
    private final String scope;
    private final String address;
    private final Template template;
    private final ExampleEvents events;

    private LocalSystem(Options options, Server server, Server wireServer, Store store, EmbeddedTable table)
            throws IOException {
        this.server = server;
        this.wireServer = wireServer;
        this.store = store;
        this.table = table;
        this.address = "http://localhost:" + server.port();
        String wireAddress = "http://127.0.0.1:" + wireServer.port();
        this.template = Template.read(
                options.template(), new LocalSettings(address, wireAddress, parameters(options.parameters())));
        TableDeclaration declared =
                template.table().orElseThrow(() -> new TemplateProblem("Resources", "has no AWS::DynamoDB::Table"));
        table.create(declared);

        CallLog log = new CallLog(options.console());
        Consumer<String> note = text -> log.line("local", text);
        this.clock = new LocalClock(store);
        this.functions = new Functions(
                template.functions().values(),
                new SettingsWorld(URI.create(wireAddress), table.endpoint()),
                clock,
                log);
        this.workforce = new Workforce(note);
        String textNumber = template.parameter("TextNumber").orElse("+18005550100");
        this.wire = Wire.start(wireServer, template, functions, clock, store, textNumber, workforce::nudge);
        this.streams = streams(template, declared, log);
        Rules rules = new Rules(template, functions, clock);
        this.journey = new Journey(clock, workforce, timetables(declared), rules::runAll, note);

        String issuerAddress = address + SignIn.PATH;
        this.tokens = new TokenIssuer(issuerAddress, LocalSettings.CLIENT, clock, store);
        this.scope = scopes(template);
        LocalMembers members = new LocalMembers(table.client(), declared.name());
        SignIn signIn = new SignIn(tokens, members, wire.accounts()::mayEnter, address);
        Desk desk = new Desk(clock, journey, wire, members, tokens, signIn, log, scope, textNumber, workforce::nudge);
        Gateway gateway = new Gateway(
                template.routes(), issuerAddress, tokens.publicKeys(), functions, clock, LocalSettings.ORIGIN_SECRET);
        this.events = new ExampleEvents(
                options.template().resolveSibling("events"),
                gateway::answer,
                this::token,
                members,
                wire.messages(),
                new OwedMessages(table.client(), declared.name()));
        streams.forEach(stream -> workforce.employ("stream", stream));
        workforce.employ("schedules", wire.schedules());
        workforce.employ("queues", wire.queues());
        workforce.employ("events", wire.events());
        workforce.employ("rules", rules);
        if (members.all().isEmpty()) {
            plant(options.beginning(), gateway);
        }
        // Only now does it answer others: whoever comes first finds everything.
        StaticSite site = new StaticSite(options.site());
        TableDoor tableDoor = new TableDoor(table);
        server.handle(request -> switch (Wire.serviceOf(request)) {
            case "" -> answer(request, gateway, desk, site);
            // A function in a container (sam local) has one address for every service.
            case "dynamodb" -> tableDoor.answer(request);
            default -> wire.answer(request);
        });
    }

    private void plant(Beginning beginning, Gateway gateway) {
        if (beginning == Beginning.NOTHING) {
            return;
        }
        Seed seed = new Seed(
                table.client(),
                tableName(),
                clock,
                gateway::answer,
                this::token,
                (email, name) -> wire.accounts().create(email, name).sub());
        if (beginning == Beginning.HISTORY) {
            clock.beginEarlier(Seed.historyLength());
        }
        Map<String, String> planted = seed.network();
        if (beginning == Beginning.HISTORY) {
            try {
                seed.history(planted, wire.messages(), journey::advance);
            } catch (SeedRefused e) {
                // A network without a past is better than none.
                functions.log().line("seed", "the history stops here: " + e.getMessage());
            }
            // Planting takes a moment too, and a history that stopped left days to go: to the machine's time in any
            // case.
            Duration behind =
                    Duration.between(clock.instant(), InstantSource.system().instant());
            if (behind.isPositive()) {
                journey.advance(behind);
            }
        }
        journey.settle(Duration.ofSeconds(30));
    }

    public static LocalSystem start(Options options) throws Exception {
        InetAddress interfaces = options.listenAll() ? null : InetAddress.getLoopbackAddress();
        CloseOnFailure opened = new CloseOnFailure();
        try {
            Server server =
                    opened.add(new Server(new InetSocketAddress(interfaces, options.port()), options.console()));
            Server wireServer = opened.add(Wire.listen(interfaces, options.console()));
            Store store = opened.add(
                    options.folder().isPresent() ? Store.in(options.folder().get()) : Store.inMemory());
            EmbeddedTable table =
                    opened.add(EmbeddedTable.start(options.folder().map(folder -> folder.resolve("dynamodb"))));
            return new LocalSystem(options, server, wireServer, store, table);
        } catch (Exception e) {
            opened.close();
            throw e;
        }
    }

    /** Where people reach it. */
    public String address() {
        return address;
    }

    /** Where the services behind the wire answer. */
    public URI wireAddress() {
        return URI.create("http://127.0.0.1:" + wireServer.port());
    }

    public LocalClock clock() {
        return clock;
    }

    public Journey journey() {
        return journey;
    }

    public Wire wire() {
        return wire;
    }

    public EmbeddedTable table() {
        return table;
    }

    public String tableName() {
        return LocalSettings.TABLE;
    }

    public Functions functions() {
        return functions;
    }

    /** A token that the API takes. */
    public String token(String member) {
        return tokens.accessToken(member, scope);
    }

    /** What Lambda would set for each function if it ran in a process or container of its own, where this system is found at a host. */
    public Map<String, Map<String, String>> environments(String host) {
        Map<String, Map<String, String>> environments = new LinkedHashMap<>();
        template.functions().values().forEach(function -> {
            Map<String, String> environment = new LinkedHashMap<>(function.environment());
            environment.put("AWS_ENDPOINT_URL", "http://" + host + ":" + wireServer.port());
            environment.put(
                    "AWS_ENDPOINT_URL_DYNAMODB",
                    "http://" + host + ":" + table.endpoint().getPort());
            // Nothing stands in front of it there that could add the header.
            environment.replace("ORIGIN_SECRET", "");
            environments.put(function.name(), environment);
        });
        return environments;
    }

    /** The stream tells nothing until it is started again. */
    public void stopStream(boolean stop) {
        streams.forEach(stream -> stream.stop(stop));
    }

    /**
     * Stream, queues, schedules, rules and events stand still until told otherwise, whatever is in the middle of its work finished first:
     * what changes then, somebody outside did.
     */
    public void rest(boolean rest) {
        journey.settle(Duration.ofMinutes(1));
        workforce.rest(rest);
    }

    /** A file of {@code events/} with what this system has in place of what stands there as an example. */
    public Optional<byte[]> event(String function) {
        return events.of(function);
    }

    @Override
    public void close() {
        server.close();
        workforce.close();
        wireServer.close();
        store.close();
        table.close();
    }

    private Response answer(Request request, Gateway gateway, Desk desk, StaticSite site) {
        String path = request.path();
        if (path.equals(Desk.PATH + "/environments")) {
            String host = request.queryParameters().getOrDefault("host", "127.0.0.1");
            return Response.json(200, Json.MAPPER.valueToTree(environments(host)));
        }
        if (path.startsWith(EVENTS)) {
            return event(path.substring(EVENTS.length()))
                    .map(event -> Response.of(200, "application/json", event))
                    .orElse(Response.problem(404, "Not Found", "No function of that name has a file in events/."));
        }
        if (path.equals(Desk.PATH) || path.startsWith(Desk.PATH + "/")) {
            return desk.answer(request);
        }
        if (gateway.owns(path)) {
            Response response = gateway.answer(request);
            if (!request.method().equals("GET") && !request.method().equals("HEAD")) {
                workforce.nudge();
            }
            return response;
        }
        if (path.equals("/config.json")) {
            return Response.json(
                            200,
                            Json.object()
                                    .put("authority", address + SignIn.PATH)
                                    .put("clientId", LocalSettings.CLIENT)
                                    .put("scope", "openid " + scope))
                    .with("Cache-Control", "no-cache");
        }
        return site.isBuilt() ? site.answer(request) : WelcomePage.answer(path);
    }

    private List<StreamReader> streams(Template template, TableDeclaration declared, CallLog log) {
        return template.functions().values().stream()
                .flatMap(function -> function.events(EventSource.Stream.class)
                        .map(source -> new StreamReader(
                                table,
                                declared.name(),
                                function.name(),
                                source,
                                functions,
                                store,
                                (queue, notice) -> wire.queues().put(queue, notice))))
                .toList();
    }

    private List<Timetable> timetables(TableDeclaration declared) {
        Timetable due = declared.index("DUE")
                .<Timetable>map(index -> new DueKeys(table.client(), declared.name(), index))
                .orElse(_ -> Optional.empty());
        return List.of(wire.schedules(), wire.queues(), due);
    }

    private Map<String, String> parameters(Map<String, String> more) {
        Map<String, String> all = new LinkedHashMap<>(PARAMETERS);
        all.put("PublicAddress", address);
        all.putAll(more);
        return all;
    }

    private static String scopes(Template template) {
        return template.routes().stream()
                .map(routed -> routed.route().access())
                .filter(EventSource.Access.Token.class::isInstance)
                .flatMap(access -> ((EventSource.Access.Token) access).scopes().stream())
                .distinct()
                .reduce((first, next) -> first + " " + next)
                .orElse("");
    }

    /** What was opened before something went wrong is closed again, the latest first. */
    private static final class CloseOnFailure {

        private final List<AutoCloseable> opened = new ArrayList<>();

        <T extends AutoCloseable> T add(T resource) {
            opened.addFirst(resource);
            return resource;
        }

        void close() {
            for (AutoCloseable resource : opened) {
                try {
                    resource.close();
                } catch (Exception _) {
                    // The first failure is the one to tell.
                }
            }
        }
    }
}
