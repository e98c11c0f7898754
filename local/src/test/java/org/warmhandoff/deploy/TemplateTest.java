package org.warmhandoff.deploy;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;
import static org.warmhandoff.deploy.TemplateFile.list;
import static org.warmhandoff.deploy.TemplateFile.map;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.warmhandoff.adapters.dynamo.Index;

/** The template, the packages and the event files name the same system; what the template promises of it is held here. */
class TemplateTest {

    private static final TemplateFile TEMPLATE = TemplateFile.read();
    private static final Collection<DeclaredFunction> FUNCTIONS =
            TEMPLATE.functions().values();

    @Nested
    class The_same_word_everywhere {

        @TestFactory
        Stream<DynamicTest> names_function_package_and_handler() {
            return each(function -> assertThat(function.handler())
                    .isEqualTo("org.warmhandoff.actions." + function.handlerPackage() + "." + function.name()
                            + "Handler"));
        }

        @TestFactory
        Stream<DynamicTest> finds_a_handler_that_Lambda_can_make() {
            return each(function -> {
                Class<?> handler = Class.forName(function.handler());
                assertThat(RequestStreamHandler.class).isAssignableFrom(handler);
                assertThat(handler.getConstructor()).isNotNull();
            });
        }

        @Test
        void names_an_event_file_for_each_function_and_no_other() throws IOException {
            try (Stream<Path> files = Files.list(Project.EVENTS)) {
                assertThat(files.map(file -> file.getFileName().toString())
                                .filter(file -> file.endsWith(".json"))
                                .collect(toSet()))
                        .containsExactlyInAnyOrderElementsOf(FUNCTIONS.stream()
                                .map(DeclaredFunction::eventFile)
                                .toList());
            }
        }

        @Test
        void has_a_package_for_each_function_and_for_deliver_alone_besides() throws IOException {
            Set<String> expected =
                    FUNCTIONS.stream().map(DeclaredFunction::handlerPackage).collect(toCollection(TreeSet::new));
            expected.add("deliver");
            try (Stream<Path> folders = Files.list(Project.path("functions/src/main/java/org/warmhandoff/actions"))) {
                assertThat(folders.filter(Files::isDirectory)
                                .map(folder -> folder.getFileName().toString()))
                        .containsExactlyInAnyOrderElementsOf(expected);
            }
        }

        @Test
        void stands_in_the_template_in_the_order_of_the_packages() {
            List<String> written = TEMPLATE.resources("AWS::Serverless::Function")
                    .map(resource -> resource.getKey().toLowerCase(Locale.ROOT))
                    .toList();
            assertThat(written).isSorted();
        }
    }

    @Nested
    class Every_function {

        @TestFactory
        Stream<DynamicTest> comes_out_of_the_one_zip_named_in_the_function_itself() {
            return each(function -> assertThat(function.properties().get("CodeUri"))
                    .isEqualTo("functions/target/warm-handoff-lambda.zip"));
        }

        @TestFactory
        Stream<DynamicTest> has_its_log_group_with_a_retention() {
            return each(function -> {
                String group = function.name() + "Log";
                assertThat(map(function.properties().get("LoggingConfig")).get("LogGroup"))
                        .isEqualTo(Map.of("Ref", group));
                assertThat(TEMPLATE.resources().get(group)).containsEntry("Type", "AWS::Logs::LogGroup");
                assertThat(TEMPLATE.properties(group)).containsKey("RetentionInDays");
            });
        }

        @Test
        void runs_on_java25_under_an_alias_from_a_snapshot() {
            assertThat(TEMPLATE.globals())
                    .containsEntry("Runtime", "java25")
                    .containsEntry("AutoPublishAlias", "live")
                    .containsEntry("AutoPublishAliasAllProperties", "true")
                    .containsEntry("SnapStart", Map.of("ApplyOn", "PublishedVersions"));
        }

        /** The linter's rule about Globals is off (beside its reason, in the template); this is in its place. */
        @Test
        void shares_only_what_SAM_lets_functions_share() {
            assertThat(TEMPLATE.globals())
                    .containsOnlyKeys(
                            "Runtime",
                            "Architectures",
                            "MemorySize",
                            "Timeout",
                            "AutoPublishAlias",
                            "AutoPublishAliasAllProperties",
                            "SnapStart",
                            "LoggingConfig",
                            "DeploymentPreference",
                            "Environment");
            assertThat(map(TEMPLATE.root().get("Globals"))).containsOnlyKeys("Function");
        }

        @Test
        void stands_in_one_of_the_alarms_that_stop_a_release() {
            List<Object> watched = new ArrayList<>();
            list(map(TEMPLATE.globals().get("DeploymentPreference")).get("Alarms"))
                    .forEach(alarm -> list(TEMPLATE.properties(
                                            (String) map(alarm).get("Ref"))
                                    .get("Metrics"))
                            .forEach(metric -> {
                                Map<String, Object> measured =
                                        map(map(map(metric).get("MetricStat")).get("Metric"));
                                list(measured.get("Dimensions"))
                                        .forEach(dimension -> watched.add(
                                                map(map(dimension).get("Value")).get("Ref")));
                            }));
            assertThat(watched)
                    .containsExactlyInAnyOrderElementsOf(FUNCTIONS.stream()
                            .map(function -> (Object) (function.name() + "Function"))
                            .toList());
        }

        @Test
        void that_starts_from_a_snapshot_is_called_weekly_by_a_rule_of_at_most_five_targets() {
            List<Object> called = new ArrayList<>();
            TEMPLATE.resources("AWS::Events::Rule").forEach(rule -> {
                List<?> targets = list(TEMPLATE.properties(rule.getKey()).get("Targets"));
                assertThat(TEMPLATE.properties(rule.getKey())).containsEntry("ScheduleExpression", "rate(7 days)");
                assertThat(targets).hasSizeBetween(1, 5);
                targets.forEach(target -> {
                    assertThat(map(target)).containsEntry("Input", "{\"source\":\"warm-up\"}");
                    called.add(map(map(target).get("Arn")).get("Ref"));
                });
            });
            assertThat(called)
                    .containsExactlyInAnyOrderElementsOf(FUNCTIONS.stream()
                            .filter(DeclaredFunction::startsFromSnapshot)
                            .map(function -> (Object) (function.name() + "Function.Alias"))
                            .toList());
        }

        @Test
        void that_answers_people_starts_from_a_snapshot() {
            assertThat(FUNCTIONS.stream().filter(function -> !function.startsFromSnapshot()))
                    .allSatisfy(function -> assertThat(function.routes()).isEmpty());
        }

        @Test
        void that_delivers_ends_well_before_a_lease_of_five_minutes() {
            assertThat(TEMPLATE.functions().get("DispatchOutbox").timeoutSeconds())
                    .isLessThanOrEqualTo(30);
            assertThat(TEMPLATE.functions().get("SendFollowUp").timeoutSeconds())
                    .isLessThanOrEqualTo(30);
            assertThat(Integer.parseInt(
                            (String) TEMPLATE.properties("FollowUps").get("VisibilityTimeout")))
                    .isGreaterThanOrEqualTo(
                            6 * TEMPLATE.functions().get("SendFollowUp").timeoutSeconds());
        }
    }

    @Nested
    class Every_route {

        @Test
        void under_api_asks_for_a_token_with_our_scope() {
            assertThat(routes().filter(route -> route.path().startsWith("/api/")))
                    .isNotEmpty()
                    .allSatisfy(route -> {
                        assertThat(route.authorizer()).isEqualTo("SignIn");
                        assertThat(route.scopes()).isEqualTo(List.of("warm-handoff/api"));
                    });
            Map<String, Object> auth = map(TEMPLATE.properties("Api").get("Auth"));
            assertThat(auth).containsEntry("DefaultAuthorizer", "SignIn");
        }

        @Test
        void of_a_page_is_open_and_declared_for_GET_HEAD_and_POST() {
            Map<String, Set<String>> methods = routes().filter(
                            route -> !route.path().startsWith("/api/"))
                    .peek(route -> assertThat(route.authorizer()).isEqualTo("NONE"))
                    .collect(
                            groupingBy(DeclaredFunction.Route::path, mapping(DeclaredFunction.Route::method, toSet())));
            assertThat(methods.keySet())
                    .containsExactlyInAnyOrder(
                            "/r/{token}/accept",
                            "/r/{token}/reject",
                            "/r/{token}/undo",
                            "/m/{token}",
                            "/a/{token}",
                            "/c/{token}",
                            "/c/{token}/{n}",
                            "/f/{token}",
                            "/u/{token}");
            assertThat(methods.values()).allMatch(Set.of("GET", "HEAD", "POST")::equals);
        }

        @Test
        void has_one_function() {
            assertThat(routes().map(route -> route.method() + " " + route.path().replaceAll("\\{[^}]*}", "{}")))
                    .doesNotHaveDuplicates();
        }

        @Test
        void under_api_is_written_down_in_the_OpenAPI_document() throws IOException {
            Set<String> written = new TreeSet<>();
            String path = null;
            for (String line : Files.readAllLines(Project.DOCS.resolve("openapi.yaml"))) {
                if (line.matches("  /\\S+:\\s*")) {
                    path = line.strip().replace(":", "");
                } else if (path != null && line.matches("    (get|put|post|delete|patch|head):\\s*")) {
                    written.add(line.strip().replace(":", "").toUpperCase(Locale.ROOT) + " " + path);
                } else if (line.matches("\\S.*")) {
                    path = null;
                }
            }
            assertThat(routes().filter(route -> route.path().startsWith("/api/"))
                            .map(route -> route.method() + " " + route.path()))
                    .isSubsetOf(written);
            assertThat(written.stream().filter(route -> route.contains(" /api/")))
                    .isSubsetOf(routes().map(route -> route.method() + " " + route.path())
                            .toList());
        }

        @Test
        void reaches_the_API_through_CloudFront_uncached() {
            Map<String, Object> front = map(TEMPLATE.properties("Front").get("DistributionConfig"));
            List<String> patterns = list(front.get("CacheBehaviors")).stream()
                    .map(behavior -> {
                        assertThat(map(behavior))
                                .containsEntry("CachePolicyId", "4135ea2d-6df8-44a3-9df3-4b5a84be39ad")
                                .containsEntry("TargetOriginId", "api");
                        return (String) map(behavior).get("PathPattern");
                    })
                    .toList();
            assertThat(routes().map(DeclaredFunction.Route::path))
                    .allMatch(path -> patterns.stream()
                            .anyMatch(pattern -> path.startsWith(pattern.substring(0, pattern.length() - 1))));
            assertThat(front).doesNotContainKey("Logging");
        }

        @Test
        void is_logged_without_its_path() {
            String format = (String)
                    map(TEMPLATE.properties("Api").get("AccessLogSettings")).get("Format");
            assertThat(format).contains("$context.routeKey").doesNotContain("path", "resourcePath", "Token");
        }
    }

    @Nested
    class The_table {

        @Test
        void has_the_indexes_that_the_code_asks() {
            List<String> written = list(TEMPLATE.properties("Table").get("GlobalSecondaryIndexes")).stream()
                    .map(index -> {
                        List<?> keys = list(map(index).get("KeySchema"));
                        Map<String, Object> projection = map(map(index).get("Projection"));
                        return map(index).get("IndexName") + " "
                                + map(keys.get(0)).get("AttributeName") + " "
                                + map(keys.get(1)).get("AttributeName") + " " + projection.get("ProjectionType")
                                + list(projection.get("NonKeyAttributes"));
                    })
                    .toList();
            assertThat(written)
                    .containsExactlyInAnyOrderElementsOf(Stream.of(Index.values())
                            .map(index -> index.indexName() + " " + index.partition() + " " + index.sort() + " "
                                    + (index.projectsRow() ? "INCLUDE[row]" : "KEYS_ONLY[]"))
                            .toList());
        }

        @Test
        void streams_keys_alone_and_is_kept() {
            Map<String, Object> table = TEMPLATE.properties("Table");
            assertThat(map(table.get("StreamSpecification"))).containsEntry("StreamViewType", "KEYS_ONLY");
            assertThat(map(table.get("PointInTimeRecoverySpecification")))
                    .containsEntry("PointInTimeRecoveryEnabled", "true");
            assertThat(map(table.get("TimeToLiveSpecification"))).containsEntry("AttributeName", "ttl");
            assertThat(map(table.get("SSESpecification"))).containsEntry("SSEEnabled", "true");
            assertThat(table)
                    .containsEntry(
                            "DeletionProtectionEnabled", Map.of("Fn::If", List.of("IsProduction", "true", "false")));
        }
    }

    @Nested
    class A_grant {

        @TestFactory
        Stream<DynamicTest> names_its_action_whole() {
            return each(function -> assertThat(function.grants())
                    .allSatisfy(grant -> assertThat(grant.action()).matches("[a-z-]+:[A-Za-z]+")));
        }

        /** A phone number has no ARN. */
        @TestFactory
        Stream<DynamicTest> names_its_resource_save_for_texts() {
            return each(function -> assertThat(function.grants().stream()
                            .filter(grant -> grant.effect().equals("Allow") && "*".equals(grant.resource())))
                    .allSatisfy(grant -> {
                        assertThat(grant.action()).isEqualTo("sns:Publish");
                        assertThat(function.grants())
                                .anyMatch(deny -> deny.effect().equals("Deny")
                                        && deny.action().equals("sns:Publish"));
                    }));
        }

        @Test
        void to_send_is_given_to_the_two_that_deliver() {
            assertThat(FUNCTIONS.stream()
                            .filter(function -> function.grants().stream()
                                    .anyMatch(grant -> grant.action().equals("ses:SendEmail")
                                            || grant.action().equals("sns:Publish")))
                            .map(DeclaredFunction::name))
                    .containsExactlyInAnyOrder("DispatchOutbox", "SendFollowUp");
        }
    }

    @Nested
    class A_parameter {

        @TestFactory
        Stream<DynamicTest> says_what_it_is_and_what_it_takes() {
            return map(TEMPLATE.root().get("Parameters")).entrySet().stream()
                    .map(parameter -> DynamicTest.dynamicTest(parameter.getKey(), () -> {
                        assertThat(map(parameter.getValue())).containsKey("Description");
                        assertThat(map(parameter.getValue()).keySet())
                                .containsAnyOf("AllowedPattern", "AllowedValues", "MinValue");
                    }));
        }
    }

    @Nested
    class The_API {

        @Test
        void is_throttled() {
            assertThat(map(TEMPLATE.properties("Api").get("DefaultRouteSettings")))
                    .containsOnlyKeys("ThrottlingRateLimit", "ThrottlingBurstLimit");
        }

        @Test
        void takes_the_tokens_of_our_pool_for_our_client_alone() {
            Map<String, Object> check =
                    map(map(map(map(TEMPLATE.properties("Api").get("Auth")).get("Authorizers"))
                                    .get("SignIn"))
                            .get("JwtConfiguration"));
            assertThat(check.get("issuer").toString()).contains("${Members}");
            assertThat(check).containsEntry("audience", List.of(Map.of("Ref", "Browser")));
        }

        @Test
        void asks_for_the_scope_that_the_resource_server_has_and_the_client_may_ask_for() {
            Map<String, Object> server = TEMPLATE.properties("MembersScope");
            String scope = server.get("Identifier") + "/"
                    + map(list(server.get("Scopes")).getFirst()).get("ScopeName");
            assertThat(scope).isEqualTo("warm-handoff/api");
            assertThat(list(TEMPLATE.properties("Browser").get("AllowedOAuthScopes")))
                    .anyMatch(scope::equals);
        }
    }

    @Nested
    class What_must_not_be_lost {

        @Test
        void comes_from_the_stream_in_parts_that_fail_alone_and_ends_in_a_queue() {
            Map<String, Object> stream = TEMPLATE.functions()
                    .get("DispatchOutbox")
                    .events("DynamoDB")
                    .findFirst()
                    .orElseThrow();
            assertThat(stream)
                    .containsEntry("FunctionResponseTypes", List.of("ReportBatchItemFailures"))
                    .containsEntry("BisectBatchOnFunctionError", "true")
                    .containsKeys("MaximumRetryAttempts", "MaximumRecordAgeInSeconds");
            assertThat(map(map(stream.get("DestinationConfig")).get("OnFailure")))
                    .containsEntry("Type", "SQS")
                    .containsEntry("Destination", Map.of("Fn::GetAtt", "OutboxFailed.Arn"));
        }

        @Test
        void comes_from_the_queue_in_parts_that_fail_alone_and_ends_in_a_queue() {
            assertThat(TEMPLATE.functions()
                            .get("SendFollowUp")
                            .events("SQS")
                            .findFirst()
                            .orElseThrow())
                    .containsEntry("FunctionResponseTypes", List.of("ReportBatchItemFailures"));
            assertThat(map(TEMPLATE.properties("FollowUps").get("RedrivePolicy")))
                    .containsEntry("deadLetterTargetArn", Map.of("Fn::GetAtt", "FollowUpsFailed.Arn"));
        }

        /** A STOP among them. */
        @Test
        void comes_from_a_topic_or_a_rule_and_ends_in_a_queue() {
            assertThat(FUNCTIONS.stream()
                            .filter(function -> function.routes().isEmpty())
                            .filter(function ->
                                    function.events("DynamoDB").findAny().isEmpty()
                                            && function.events("SQS").findAny().isEmpty()))
                    .hasSize(3)
                    .allSatisfy(function -> assertThat(
                                    map(map(map(function.properties().get("EventInvokeConfig"))
                                                    .get("DestinationConfig"))
                                            .get("OnFailure")))
                            .containsEntry("Destination", Map.of("Fn::GetAtt", "EventsFailed.Arn")));
        }

        @Test
        void is_watched_on_every_queue_that_holds_what_was_given_up() {
            List<Object> watched = TEMPLATE.resources("AWS::CloudWatch::Alarm")
                    .flatMap(alarm -> list(TEMPLATE.properties(alarm.getKey()).get("Dimensions")).stream())
                    .map(dimension -> map(dimension).get("Value"))
                    .toList();
            assertThat(TEMPLATE.resources("AWS::SQS::Queue")
                            .map(Map.Entry::getKey)
                            .filter(queue -> queue.endsWith("Failed")))
                    .hasSize(4)
                    .allSatisfy(queue -> assertThat(watched).contains(Map.of("Fn::GetAtt", queue + ".QueueName")));
        }

        @Test
        void has_its_concurrency_reserved_where_a_parameter_says_so() {
            for (String function : List.of("DispatchOutbox", "Sweep")) {
                assertThat(list(map(TEMPLATE.functions()
                                        .get(function)
                                        .properties()
                                        .get("ReservedConcurrentExecutions"))
                                .get("Fn::If")))
                        .first()
                        .isEqualTo("ReservesConcurrency");
            }
            assertThat(map(map(TEMPLATE.root().get("Parameters")).get("ReservedConcurrency")))
                    .containsEntry("Default", "0");
        }
    }

    @Nested
    class A_release {

        @Test
        void shifts_slowly_in_production_alone() {
            assertThat(map(TEMPLATE.globals().get("DeploymentPreference")).get("Type"))
                    .isEqualTo(Map.of("Fn::If", List.of("IsProduction", "Canary10Percent5Minutes", "AllAtOnce")));
        }
    }

    @Nested
    class Mail {

        @Test
        void tells_of_what_became_of_it_and_tracks_nobody() {
            assertThat(TEMPLATE.properties("MailEventsSet")).doesNotContainKey("TrackingOptions");
            assertThat(list(map(TEMPLATE.properties("MailEventsSet").get("SuppressionOptions"))
                            .get("SuppressedReasons")))
                    .isEqualTo(List.of("BOUNCE", "COMPLAINT"));
            Map<String, Object> told =
                    map(TEMPLATE.properties("MailEventsDestination").get("EventDestination"));
            assertThat(told.get("MatchingEventTypes"))
                    .isEqualTo(List.of(
                            "send", "reject", "bounce", "complaint", "delivery", "deliveryDelay", "renderingFailure"));
        }
    }

    @Nested
    class An_alarm {

        @Test
        void stands_for_each_way_in_which_the_promise_can_break() {
            assertThat(TEMPLATE.resources("AWS::CloudWatch::Alarm").map(alarm -> {
                        Map<String, Object> properties = TEMPLATE.properties(alarm.getKey());
                        return properties.getOrDefault("MetricName", "").toString();
                    }))
                    .contains(
                            "IteratorAge",
                            "ApproximateAgeOfOldestMessage",
                            "ApproximateNumberOfMessagesVisible",
                            "SweptLate",
                            "Throttles",
                            "Reputation.BounceRate",
                            "Reputation.ComplaintRate",
                            "NumberOfNotificationsFailed",
                            "5xx");
            assertThat(TEMPLATE.properties("TextSpendNear").toString()).contains("SMSMonthToDateSpentUSD");
        }

        @Test
        void tells_somebody_and_is_explained_in_the_runbook() throws IOException {
            String runbook = Files.readString(Project.DOCS.resolve("runbook.md"));
            assertThat(TEMPLATE.resources("AWS::CloudWatch::Alarm").map(Map.Entry::getKey))
                    .isNotEmpty()
                    .allSatisfy(alarm -> {
                        assertThat(TEMPLATE.properties(alarm))
                                .containsEntry("AlarmActions", List.of(Map.of("Ref", "Alarms")))
                                .containsKey("AlarmDescription");
                        assertThat(runbook).contains("`" + alarm + "`");
                    });
        }
    }

    @Nested
    class An_environment_of_samconfig {

        private static final Pattern OVERRIDE = Pattern.compile("\"([A-Za-z]+)=([^\"]*)\"");

        @Test
        void is_there_for_developer_staging_and_production() throws IOException {
            assertThat(overrides().map(override -> override.group(1) + "=" + override.group(2)))
                    .contains("Stage=developer", "Stage=staging", "Stage=production");
        }

        @Test
        void sets_parameters_that_are_there_to_what_they_take() throws IOException {
            Map<String, Object> parameters = map(TEMPLATE.root().get("Parameters"));
            assertThat(overrides()).allSatisfy(override -> {
                Map<String, Object> parameter = map(parameters.get(override.group(1)));
                assertThat(parameter).as(override.group(1)).isNotEmpty();
                if (parameter.get("AllowedPattern") instanceof String pattern) {
                    assertThat(override.group(2)).matches(pattern);
                }
                if (parameter.get("AllowedValues") instanceof List<?> values) {
                    assertThat(values).asInstanceOf(LIST).contains(override.group(2));
                }
            });
        }

        private static Stream<MatchResult> overrides() throws IOException {
            return Files.readAllLines(Project.path("samconfig.toml")).stream()
                    .filter(line -> line.startsWith("parameter_overrides"))
                    .flatMap(line -> OVERRIDE.matcher(line).results());
        }
    }

    @Nested
    class Resources_after_SAMs_transform {

        @Test
        void are_at_most_450() throws Exception {
            JsonNode transformed = SamCli.transformed(Project.TEMPLATE);
            assertThat(transformed.path("Resources").size()).isBetween(200, 450);
        }
    }

    @Nested
    class An_event_file {

        @TestFactory
        Stream<DynamicTest> fits_what_calls_its_function() {
            return each(function -> {
                JsonNode event = new ObjectMapper()
                        .readTree(Project.EVENTS.resolve(function.eventFile()).toFile());
                if (!function.routes().isEmpty()) {
                    assertThat(event.path("version").asText()).isEqualTo("2.0");
                    assertThat(function.routes().stream().map(route -> route.method() + " " + route.path()))
                            .contains(event.path("routeKey").asText());
                }
            });
        }
    }

    private static Stream<DeclaredFunction.Route> routes() {
        return FUNCTIONS.stream().flatMap(function -> function.routes().stream());
    }

    private interface Check {
        void of(DeclaredFunction function) throws Exception;
    }

    private static Stream<DynamicTest> each(Check check) {
        return FUNCTIONS.stream().map(function -> DynamicTest.dynamicTest(function.name(), () -> check.of(function)));
    }
}
