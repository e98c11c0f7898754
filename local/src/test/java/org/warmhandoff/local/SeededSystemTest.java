package org.warmhandoff.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.warmhandoff.local.sample.SampleSystem.get;
import static org.warmhandoff.local.sample.SampleSystem.post;
import static org.warmhandoff.local.sample.SampleSystem.request;
import static org.warmhandoff.local.sample.SampleSystem.send;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The real template and the real handlers, with the network that {@code ./run} begins with. */
class SeededSystemTest {

    private static LocalSystem system;

    @BeforeAll
    static void start() throws Exception {
        system = LocalSystem.start(
                LocalSystem.Options.inMemory(Path.of("..", "template.yaml")).beginning(LocalSystem.Beginning.NETWORK));
    }

    @AfterAll
    static void stop() {
        system.close();
    }

    private static JsonNode api(String member, String path) throws Exception {
        HttpResponse<String> answer = send(request(system, path)
                .header("Authorization", "Bearer " + system.token(member))
                .GET());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Json.read(answer.body());
    }

    @Test
    void the_network_is_there() throws Exception {
        List<String> roles = Json.read(get(system, "/_local/members").body())
                .valueStream()
                .flatMap(member -> member.path("roles").valueStream())
                .map(JsonNode::asText)
                .distinct()
                .toList();
        assertThat(roles).contains("CASEWORKER", "RECEIVER", "ADMINISTRATOR");

        JsonNode listings = api("dana-ortiz", "/api/listings").path("listings");
        assertThat(listings).hasSizeGreaterThanOrEqualTo(20);
        assertThat(listings.valueStream().map(listing -> listing.path("network").asText()))
                .contains("IN", "OUT");
        assertThat(listings.valueStream()
                        .map(listing -> listing.path("notReferableBecause").asText()))
                .contains("PAUSED");
        assertThat(listings.toString()).doesNotContain("Hidden Ln");
        assertThat(api("lena-brooks", "/api/listings")
                        .path("listings")
                        .valueStream()
                        .filter(listing -> listing.path("network").asText().equals("OUT"))
                        .map(listing -> listing.path("notReferableBecause").asText()))
                .allMatch(reason -> !reason.equals("null"));
        assertThat(api("dana-ortiz", "/api/clients?q=lopez").path("clients")).hasSize(1);
    }

    @Test
    void a_referral_by_email_is_accepted_on_its_page() throws Exception {
        HttpResponse<String> created = send(request(system, "/api/referrals")
                .header("Authorization", "Bearer " + system.token("dana-ortiz"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("""
                        {"clientId": "harbor-0002", "listingIds": ["st-brigid-day-center"],
                         "consent": {"given": true, "method": "VERBAL"}, "notes": "Mornings are best."}""")));
        assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
        String id =
                Json.read(created.body()).path("referrals").get(0).path("id").asText();

        JsonNode mails = Json.read(
                get(system, "/_local/messages?to=intake@st-brigid.example.org").body());
        assertThat(mails).hasSize(1);
        assertThat(mails.toString()).doesNotContain("Carter");
        String page = mails.get(0)
                .path("links")
                .valueStream()
                .map(link -> URI.create(link.path("url").asText()).getPath())
                .filter(path -> path.endsWith("/accept"))
                .findFirst()
                .orElseThrow();
        String form = Jsoup.parse(get(system, page).body()).select("input[type=hidden]").stream()
                .map(input -> input.attr("name") + "=" + URLEncoder.encode(input.attr("value"), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        post(system, "/_local/clock", "{\"advance\":\"PT3S\"}");
        HttpResponse<String> pressed = send(request(system, page)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form + "&confirm=yes")));
        assertThat(pressed.statusCode()).isEqualTo(303);

        JsonNode referral = api("dana-ortiz", "/api/referrals/" + id);
        assertThat(referral.path("status").asText()).isEqualTo("ACCEPTED");
        assertThat(referral.path("delivery").path("state").asText()).isEqualTo("DELIVERED");
    }
}
