package org.warmhandoff.walks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.warmhandoff.walks.Walk.DANA;
import static org.warmhandoff.walks.Walk.MORGAN;
import static org.warmhandoff.walks.Walk.SAM;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.warmhandoff.deploy.CapacityMeter;
import org.warmhandoff.local.Json;
import org.warmhandoff.walks.Walk.Mailbox;
import org.warmhandoff.walks.Walk.Person;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.PutRequest;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/**
 * What each action asks of the table and consumes, with few referrals in it and with many ({@code bench/run table-size}). Counted by the
 * table, not by a clock. No part of the suite.
 */
class TableSizeBench {

    private static final Path RESULTS = Walk.root().resolve("bench/results/table-size.md");
    private static final int AT_A_TIME = 25;

    private record Cost(long calls, double units) {}

    @Test
    void is_measured() throws Exception {
        List<Integer> sizes = Stream.of(
                        System.getProperty("sizes", "1000,10000").split(","))
                .map(Integer::valueOf)
                .toList();
        CapacityMeter.start();
        Map<String, Map<Integer, Cost>> costs = new LinkedHashMap<>();
        try (Walk walk = Walk.begin()) {
            int there = 0;
            Filling filling = new Filling(walk);
            for (int size : sizes) {
                filling.upTo(there, size);
                there = size;
                measure(walk, size, costs);
            }
        }
        write(costs, sizes);
        costs.forEach((action, bySize) -> {
            assertThat(bySize.values().stream().map(Cost::calls).distinct())
                    .as(action + ": calls " + bySize)
                    .hasSize(1);
            double least =
                    bySize.values().stream().mapToDouble(Cost::units).min().orElseThrow();
            double most =
                    bySize.values().stream().mapToDouble(Cost::units).max().orElseThrow();
            assertThat(most).as(action + ": units " + bySize).isLessThanOrEqualTo(least * 1.1 + 1);
        });
    }

    private static void measure(Walk walk, int size, Map<String, Map<Integer, Cost>> costs) {
        Member dana = walk.signIn(DANA);
        Member sam = walk.signIn(SAM);
        Person person = walk.client("Bench", "Waywalker", "en");
        Mailbox program = walk.program();
        walk.signIn(MORGAN).get("/api/members");
        walk.pass("PT1M");
        dana.get("/api/listings?q=food");
        Measured measured = new Measured(walk, size, costs);
        walk.system().stopStream(true);
        measured.action("SearchListings", () -> dana.get("/api/listings?q=food"));
        measured.action("FindClients", () -> dana.get("/api/clients?q=lopez"));
        String[] id = new String[1];
        measured.action(
                "CreateReferrals, one",
                () -> id[0] = dana.refer(person.id(), program.listing()).getFirst());
        measured.action(
                "CreateReferrals, a basket of ten",
                () -> dana.post("/api/referrals", Member.basket(person.id(), "", tenListings())));
        measured.action("ListReferrals, outbound", () -> dana.get("/api/referrals?box=outbound"));
        measured.action("ListReferrals, by status", () -> dana.get("/api/referrals?box=outbound&status=SENT"));
        measured.action(
                "ListReferrals, of a client", () -> dana.get("/api/referrals?box=outbound&clientId=harbor-0001"));
        measured.action("ViewReferral", () -> dana.get("/api/referrals/" + id[0]));
        walk.system().stopStream(false);
        String accept = walk.link(program.email(), "/r/[^/]+/accept");
        walk.system().stopStream(true);
        measured.action("AcceptReferral, the page", () -> walk.get(accept));
        Answer page = walk.get(accept);
        walk.pass("PT3S");
        measured.action("AcceptReferral, confirmed", () -> walk.submit(page, accept, Map.of("confirm", "yes")));
        String inNetwork = dana.refer(person.id(), "rainier-food-pantry").getFirst();
        measured.action("ReviewReferral", () -> sam.post("/api/referrals/" + inNetwork + "/review"));
        ObjectNode share = Json.object()
                .put("email", person.email())
                .put("phone", person.phone())
                .put("consent", true);
        share.putArray("referralIds").add(inNetwork);
        measured.action("ShareWithClient", () -> dana.post("/api/shares", share));
        measured.action("ArchiveReferral", () -> dana.post("/api/referrals/" + id[0] + "/archive"));
        walk.pass("PT5M");
        measured.action("InboundSms", () -> walk.text(person.phone(), "STOP"));
        walk.system().stopStream(false);
        walk.messages(person.phone());
    }

    private static List<String> tenListings() {
        return List.of(
                "rainier-food-pantry",
                "rainier-groceries-to-door",
                "rainier-benefits-desk",
                "cedar-eviction-defense",
                "cedar-immigration-clinic",
                "harbor-rent-help",
                "harbor-childcare-navigator",
                "harbor-utility-relief",
                "emerald-diaper-bank",
                "ballard-job-club");
    }

    /** Counts what one action asks and consumes, all of its function's doing and nobody else's. */
    private record Measured(Walk walk, int size, Map<String, Map<Integer, Cost>> costs) {

        void action(String name, Runnable work) {
            walk.messages("nobody@walks.example.org");
            long before = newest();
            String function = name.split(",")[0];
            CapacityMeter.take(function);
            work.run();
            long calls = walk.system().functions().log().callsAfter(before).stream()
                    .filter(call -> call.function().equals(function + "Function"))
                    .flatMap(call -> call.awsCalls().stream())
                    .filter(made -> made.startsWith("DynamoDb"))
                    .count();
            costs.computeIfAbsent(name, _ -> new LinkedHashMap<>())
                    .put(size, new Cost(calls, CapacityMeter.take(function)));
        }

        private long newest() {
            return walk.system().functions().log().callsAfter(0).stream()
                    .mapToLong(call -> call.number())
                    .max()
                    .orElse(0);
        }
    }

    /** Puts copies of one referral, with all that belongs to it, beside it: each with an id and times of its own. */
    private static final class Filling {

        private final Walk walk;
        private final List<Map<String, AttributeValue>> model;
        private final String modelId;

        Filling(Walk walk) {
            this.walk = walk;
            Member dana = walk.signIn(DANA);
            this.modelId = dana.refer("harbor-0001", walk.program().listing()).getFirst();
            walk.messages("nobody@walks.example.org");
            // But its mail, which left long ago: nobody is to be told of it.
            this.model = walk
                    .system()
                    .table()
                    .client()
                    .query(query -> query.tableName(walk.system().tableName())
                            .keyConditionExpression("PK = :pk")
                            .expressionAttributeValues(Map.of(":pk", AttributeValue.fromS("REF#" + modelId))))
                    .items()
                    .stream()
                    .filter(item -> !item.get("SK").s().startsWith("MSG#"))
                    .toList();
            assertThat(model).hasSizeGreaterThanOrEqualTo(3);
        }

        void upTo(int from, int to) {
            List<WriteRequest> writes = new ArrayList<>();
            for (int n = from; n < to; n++) {
                String id = modelId.substring(0, 10) + "%016d".formatted(n);
                for (Map<String, AttributeValue> item : model) {
                    Map<String, AttributeValue> copy = copy(item, id);
                    writes.add(WriteRequest.builder()
                            .putRequest(PutRequest.builder().item(copy).build())
                            .build());
                    if (writes.size() == AT_A_TIME) {
                        flush(writes);
                    }
                }
            }
            flush(writes);
        }

        private void flush(List<WriteRequest> writes) {
            if (!writes.isEmpty()) {
                List<WriteRequest> now = List.copyOf(writes);
                walk.system()
                        .table()
                        .client()
                        .batchWriteItem(
                                batch -> batch.requestItems(Map.of(walk.system().tableName(), now)));
                writes.clear();
            }
        }

        private Map<String, AttributeValue> copy(Map<String, AttributeValue> item, String id) {
            return item.entrySet().stream()
                    .collect(Collectors.toMap(Map.Entry::getKey, entry -> copy(entry.getValue(), id)));
        }

        private AttributeValue copy(AttributeValue value, String id) {
            return switch (value.type()) {
                case S -> AttributeValue.fromS(value.s().replace(modelId, id));
                case M -> AttributeValue.fromM(copy(value.m(), id));
                case L ->
                    AttributeValue.fromL(
                            value.l().stream().map(one -> copy(one, id)).toList());
                default -> value;
            };
        }
    }

    private static void write(Map<String, Map<Integer, Cost>> costs, List<Integer> sizes) throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add("Written by `bench/run table-size`: calls of the table, and capacity units that they consumed.");
        lines.add("");
        lines.add("| Action | " + sizes.stream().map("%,d referrals"::formatted).collect(Collectors.joining(" | "))
                + " |");
        lines.add("|---|" + "---|".repeat(sizes.size()));
        costs.forEach((action, bySize) -> lines.add("| " + action + " | "
                + sizes.stream()
                        .map(bySize::get)
                        .map(cost -> "%d calls, %.1f units".formatted(cost.calls(), cost.units()))
                        .collect(Collectors.joining(" | "))
                + " |"));
        Files.createDirectories(RESULTS.getParent());
        Files.write(RESULTS, lines);
        lines.forEach(System.out::println);
    }
}
