package org.warmhandoff.local.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.warmhandoff.local.Json;

/** Walks the resources of the template; every property is used, known to mean nothing here, or stops the start. */
final class TemplateReader {

    private final Map<String, Object> template;
    private final Map<String, Object> resources = new LinkedHashMap<>();
    private final Intrinsics intrinsics;
    private final LocalValues values;

    TemplateReader(Map<String, Object> template, LocalValues values) {
        this.template = template;
        this.values = values;
        this.intrinsics = new Intrinsics(template, values);
        YamlTree.asMap(template.get("Resources")).forEach((name, raw) -> {
            Object condition = YamlTree.asMap(raw).get("Condition");
            if (condition == null || intrinsics.condition((String) condition)) {
                resources.put(name, raw);
            }
        });
    }

    Template read() {
        Map<String, FunctionDeclaration> functions = new LinkedHashMap<>();
        named("AWS::Serverless::Function")
                .forEach(resource -> functions.put(resource.getKey(), function(resource.getKey())));
        Map<String, QueueDeclaration> queues = new LinkedHashMap<>();
        named("AWS::SQS::Queue").forEach(resource -> queues.put(resource.getKey(), queue(resource.getKey())));
        return new Template(
                functions,
                named("AWS::DynamoDB::Table").findFirst().map(resource -> table(resource.getKey())),
                queues,
                mailEventTopics(),
                scheduleGroups(),
                textFailureFunctions(functions.values()),
                intrinsics.parameters());
    }

    private Stream<Map.Entry<String, Object>> named(String type) {
        return resources.entrySet().stream()
                .filter(resource ->
                        type.equals(YamlTree.asMap(resource.getValue()).get("Type")));
    }

    private Properties properties(String name) {
        return new Properties(
                name, YamlTree.asMap(YamlTree.asMap(resources.get(name)).get("Properties")), intrinsics);
    }

    // Functions

    private FunctionDeclaration function(String name) {
        Map<String, Object> own =
                YamlTree.asMap(YamlTree.asMap(resources.get(name)).get("Properties"));
        Map<String, Object> shared =
                YamlTree.asMap(YamlTree.asMap(template.get("Globals")).get("Function"));
        Properties properties = new Properties(name, Globals.merge(shared, own), intrinsics);
        properties.meaningless(
                "AutoPublishAlias",
                "AutoPublishAliasAllProperties",
                "Architectures",
                "CodeUri",
                "DeadLetterConfig",
                "DeploymentPreference",
                "Description",
                "EphemeralStorage",
                "EventInvokeConfig",
                "FunctionName",
                "KmsKeyArn",
                "LoggingConfig",
                "MemorySize",
                "PermissionsBoundary",
                "Policies",
                "ProvisionedConcurrencyConfig",
                "RecursiveLoop",
                "ReservedConcurrentExecutions",
                "Role",
                "RolePath",
                "SnapStart",
                "Tags",
                "Tracing",
                "VersionDescription");
        properties.text("Runtime").filter(runtime -> !runtime.equals("java25")).ifPresent(runtime -> {
            throw new TemplateProblem(name + ".Runtime", "is " + runtime + ", not java25");
        });
        List<EventSource> events = new ArrayList<>();
        properties
                .named("Events")
                .forEach((event, source) -> eventSource(event, source).ifPresent(events::add));
        FunctionDeclaration function = new FunctionDeclaration(
                name,
                properties.requiredText("Handler"),
                Duration.ofSeconds(properties.number("Timeout", 3)),
                environment(properties),
                events);
        properties.complete();
        return function;
    }

    private Map<String, String> environment(Properties function) {
        Properties environment = function.within("Environment");
        Properties variables = environment.within("Variables");
        environment.complete();
        Map<String, String> settings = new LinkedHashMap<>();
        variables
                .names()
                .forEach(name ->
                        variables.text(name).ifPresent(value -> settings.put(name, secretOr(name, value, variables))));
        return settings;
    }

    private String secretOr(String setting, String value, Properties where) {
        return value.contains("{{resolve:")
                ? values.secret(setting)
                        .orElseThrow(() -> new TemplateProblem(
                                where.where() + "." + setting, "comes from a secret, and has no local value"))
                : value;
    }

    private Optional<EventSource> eventSource(String name, Properties declaration) {
        String type = declaration.requiredText("Type");
        Properties properties = declaration.within("Properties");
        EventSource source = switch (type) {
            case "HttpApi" -> route(properties);
            case "DynamoDB" -> stream(properties);
            case "SQS" -> queueSource(properties);
            case "SNS" -> topicSource(properties);
            case "Schedule" -> rule(name, properties);
            case "CloudWatchLogs" ->
                new EventSource.LogLines(
                        properties.requiredText("LogGroupName"),
                        properties.text("FilterPattern").orElse(""));
            default ->
                throw new TemplateProblem(declaration.where(), "the local system does not know events of type " + type);
        };
        boolean enabled = properties.flag("Enabled", true)
                && !properties.text("State").orElse("ENABLED").equals("DISABLED");
        properties.complete();
        declaration.complete();
        return enabled ? Optional.of(source) : Optional.empty();
    }

    private EventSource.Route route(Properties properties) {
        properties.meaningless("RouteSettings");
        properties
                .text("PayloadFormatVersion")
                .filter(version -> !version.equals("2.0"))
                .ifPresent(version -> {
                    throw new TemplateProblem(properties.where(), "has payload format " + version + ", not 2.0");
                });
        properties.text("ApiId");
        Properties auth = properties.within("Auth");
        EventSource.Access access = access(auth);
        auth.complete();
        return new EventSource.Route(
                properties.requiredText("Method").toUpperCase(java.util.Locale.ROOT),
                properties.requiredText("Path"),
                access,
                Duration.ofMillis(properties.number("TimeoutInMillis", 30_000)));
    }

    private EventSource.Access access(Properties route) {
        Properties api = api();
        Properties auth = api.within("Auth");
        Optional<String> byDefault = auth.text("DefaultAuthorizer");
        Optional<String> name = route.text("Authorizer").or(() -> byDefault);
        List<String> ownScopes = route.texts("AuthorizationScopes");
        if (name.isEmpty() || name.get().equals("NONE")) {
            return new EventSource.Access.Open();
        }
        Properties authorizer = Optional.ofNullable(auth.named("Authorizers").get(name.get()))
                .orElseThrow(() -> new TemplateProblem(route.where(), "names no known authorizer: " + name.get()));
        authorizer
                .text("IdentitySource")
                .filter(source -> !source.equals("$request.header.Authorization"))
                .ifPresent(source -> {
                    throw new TemplateProblem(authorizer.where(), "takes the token from " + source);
                });
        Properties jwt = authorizer.within("JwtConfiguration");
        List<String> scopes = ownScopes.isEmpty() ? authorizer.texts("AuthorizationScopes") : ownScopes;
        authorizer.texts("AuthorizationScopes");
        EventSource.Access.Token token =
                new EventSource.Access.Token(jwt.requiredText("issuer"), jwt.texts("audience"), scopes);
        jwt.complete();
        authorizer.complete();
        auth.complete();
        return token;
    }

    private Properties api() {
        String name = named("AWS::Serverless::HttpApi")
                .findFirst()
                .map(Map.Entry::getKey)
                .orElseThrow(() -> new TemplateProblem("Resources", "has routes but no AWS::Serverless::HttpApi"));
        Properties api = properties(name);
        api.meaningless(
                "AccessLogSettings",
                "DefaultRouteSettings",
                "Description",
                "DisableExecuteApiEndpoint",
                "Domain",
                "FailOnWarnings",
                "Name",
                "PropagateTags",
                "RouteSettings",
                "Tags");
        api.text("StageName").filter(stage -> !stage.equals("$default")).ifPresent(stage -> {
            throw new TemplateProblem(name, "has the stage " + stage + ": its paths would carry a prefix");
        });
        api.value("Auth");
        api.complete();
        return api;
    }

    private EventSource.Stream stream(Properties properties) {
        properties.meaningless(
                "MaximumBatchingWindowInSeconds",
                "MaximumRecordAgeInSeconds",
                "MetricsConfig",
                "ParallelizationFactor",
                "ProvisionedPollerConfig");
        Properties destination = properties.within("DestinationConfig");
        Properties onFailure = destination.within("OnFailure");
        onFailure.meaningless("Type");
        Optional<String> failures = onFailure.text("Destination");
        onFailure.complete();
        destination.complete();
        return new EventSource.Stream(
                resourceName(properties.requiredText("Stream")),
                properties.number("BatchSize", 100),
                filters(properties),
                reportsItems(properties),
                properties.number("MaximumRetryAttempts", Integer.MAX_VALUE),
                properties.flag("BisectBatchOnFunctionError", false),
                properties.requiredText("StartingPosition").equals("TRIM_HORIZON"),
                failures.map(TemplateReader::resourceName));
    }

    private EventSource.Queue queueSource(Properties properties) {
        properties.meaningless("MaximumBatchingWindowInSeconds", "MetricsConfig", "ScalingConfig");
        return new EventSource.Queue(
                resourceName(properties.requiredText("Queue")),
                properties.number("BatchSize", 10),
                reportsItems(properties),
                filters(properties));
    }

    private EventSource.Topic topicSource(Properties properties) {
        properties.meaningless("RedrivePolicy");
        return new EventSource.Topic(resourceName(properties.requiredText("Topic")));
    }

    private EventSource.Rule rule(String name, Properties properties) {
        properties.meaningless("DeadLetterConfig", "Description", "Name", "RetryPolicy");
        return new EventSource.Rule(
                name,
                Recurrence.parse(properties.requiredText("Schedule"), properties.where()),
                properties.text("Input"));
    }

    private static List<EventFilter> filters(Properties properties) {
        Properties criteria = properties.within("FilterCriteria");
        List<EventFilter> filters = criteria.each("Filters").stream()
                .map(filter -> {
                    JsonNode pattern = Json.read(filter.requiredText("Pattern"));
                    filter.complete();
                    return EventFilter.of(pattern, filter.where());
                })
                .toList();
        criteria.complete();
        return filters;
    }

    private static boolean reportsItems(Properties properties) {
        List<String> types = properties.texts("FunctionResponseTypes");
        types.stream()
                .filter(type -> !type.equals("ReportBatchItemFailures"))
                .findFirst()
                .ifPresent(type -> {
                    throw new TemplateProblem(
                            properties.where(), "the local system does not know the response type " + type);
                });
        return !types.isEmpty();
    }

    /** The last part of an ARN: local ARNs end in the logical id (streams: {@code table/<id>/stream/...}). */
    static String resourceName(String arn) {
        if (arn.contains(":table/")) {
            return arn.split(":table/")[1].split("/")[0];
        }
        return arn.substring(arn.lastIndexOf(':') + 1);
    }

    // Data and messaging

    private TableDeclaration table(String name) {
        Properties properties = properties(name);
        properties.meaningless(
                "BillingMode",
                "ContributorInsightsSpecification",
                "DeletionProtectionEnabled",
                "OnDemandThroughput",
                "PointInTimeRecoverySpecification",
                "SSESpecification",
                "TableClass",
                "TableName",
                "Tags",
                "TimeToLiveSpecification");
        Map<String, String> types = new LinkedHashMap<>();
        properties.each("AttributeDefinitions").forEach(attribute -> {
            types.put(attribute.requiredText("AttributeName"), attribute.requiredText("AttributeType"));
            attribute.complete();
        });
        List<TableDeclaration.Key> keys = keys(properties);
        List<TableDeclaration.Index> indexes = properties.each("GlobalSecondaryIndexes").stream()
                .map(index -> {
                    index.meaningless("ContributorInsightsSpecification", "OnDemandThroughput");
                    Properties projection = index.within("Projection");
                    TableDeclaration.Index declared = new TableDeclaration.Index(
                            index.requiredText("IndexName"),
                            keys(index),
                            projection.requiredText("ProjectionType"),
                            projection.texts("NonKeyAttributes"));
                    projection.complete();
                    index.complete();
                    return declared;
                })
                .toList();
        Properties stream = properties.within("StreamSpecification");
        Optional<String> view = stream.text("StreamViewType");
        stream.meaningless("ResourcePolicy").complete();
        properties.complete();
        String localName = values.reference(name, "AWS::DynamoDB::Table").orElse(name);
        return new TableDeclaration(localName, types, keys, indexes, view);
    }

    private static List<TableDeclaration.Key> keys(Properties properties) {
        return properties.each("KeySchema").stream()
                .map(key -> new TableDeclaration.Key(key.requiredText("AttributeName"), key.requiredText("KeyType")))
                .toList();
    }

    private QueueDeclaration queue(String name) {
        Properties properties = properties(name);
        properties.meaningless(
                "KmsDataKeyReusePeriodSeconds",
                "KmsMasterKeyId",
                "MaximumMessageSize",
                "MessageRetentionPeriod",
                "QueueName",
                "ReceiveMessageWaitTimeSeconds",
                "RedriveAllowPolicy",
                "SqsManagedSseEnabled",
                "Tags");
        Properties redrive = properties.within("RedrivePolicy");
        Optional<QueueDeclaration.Redrive> policy = redrive.text("deadLetterTargetArn")
                .map(arn -> new QueueDeclaration.Redrive(resourceName(arn), redrive.number("maxReceiveCount", 10)));
        redrive.number("maxReceiveCount", 10);
        redrive.complete();
        QueueDeclaration queue = new QueueDeclaration(
                name,
                Duration.ofSeconds(properties.number("VisibilityTimeout", 30)),
                Duration.ofSeconds(properties.number("DelaySeconds", 0)),
                policy);
        properties.complete();
        return queue;
    }

    /** Topics to which the mail provider reports what became of a mail. */
    private Set<String> mailEventTopics() {
        Set<String> topics = new LinkedHashSet<>();
        named("AWS::SES::ConfigurationSetEventDestination").forEach(resource -> {
            Properties destination = properties(resource.getKey()).within("EventDestination");
            destination
                    .within("SnsDestination")
                    .text("TopicARN")
                    .map(TemplateReader::resourceName)
                    .ifPresent(topics::add);
        });
        return topics;
    }

    private Set<String> scheduleGroups() {
        Set<String> groups = new LinkedHashSet<>();
        named("AWS::Scheduler::ScheduleGroup")
                .forEach(resource -> values.reference(resource.getKey(), "AWS::Scheduler::ScheduleGroup")
                        .ifPresent(groups::add));
        return groups;
    }

    /** Functions that get the lines of the log of texts that failed. */
    private List<String> textFailureFunctions(Collection<FunctionDeclaration> functions) {
        Stream<String> byEvent = functions.stream()
                .filter(function ->
                        function.events(EventSource.LogLines.class).findAny().isPresent())
                .map(FunctionDeclaration::name);
        Stream<String> byFilter = named("AWS::Logs::SubscriptionFilter")
                .flatMap(resource -> properties(resource.getKey()).text("DestinationArn").stream())
                .map(TemplateReader::resourceName);
        return Stream.concat(byEvent, byFilter)
                .filter(name ->
                        functions.stream().anyMatch(function -> function.name().equals(name)))
                .distinct()
                .toList();
    }
}
