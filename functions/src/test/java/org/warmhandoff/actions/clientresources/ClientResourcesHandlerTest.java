package org.warmhandoff.actions.clientresources;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.warmhandoff.actions.Browser;
import org.warmhandoff.actions.Doors;
import org.warmhandoff.actions.Wired;
import org.warmhandoff.actions.clientfeedback.Visiting;
import org.warmhandoff.actions.sharewithclient.Series;
import org.warmhandoff.adapters.http.Events;
import org.warmhandoff.referral.Referral;

/** The resource page, and the letters that its programs are answered with by text. */
class ClientResourcesHandlerTest {

    private final Series series = new Series();
    private final ClientResourcesHandler handler = new ClientResourcesHandler(
            Wired.with(ClientResourcesHandler.Wiring.class, new Doors(series.town), series, series.town));
    private final List<Referral> basket = series.threeResources();

    /** Each program that has a letter, with it, as the page of this link shows them. */
    private Map<String, String> letters(String link) {
        Map<String, String> letters = new LinkedHashMap<>();
        Events.visitor()
                .get("/c/{token}")
                .path("token", link.substring("/c/".length()))
                .to(handler)
                .page()
                .select(".card:has(.letter)")
                .forEach(card -> letters.put(
                        card.select("h2").text(), card.select(".letter").text()));
        return letters;
    }

    private List<String> links() {
        return series.sent.stream()
                .filter(one -> Browser.links(one, 'c'))
                .map(one -> Browser.link(one, 'c'))
                .distinct()
                .toList();
    }

    @Test
    void shows_the_letters_of_open_questions_whichever_channels_link_opens_it() {
        series.shared(basket);
        series.run();
        List<String> links = links();
        assertThat(links)
                .hasSize(2)
                .allSatisfy(link -> assertThat(letters(link)).isEmpty());

        series.pass(Duration.ofDays(8));

        assertThat(links)
                .allSatisfy(link -> assertThat(letters(link))
                        .containsExactly(Map.entry("Food Pantry", "A"), Map.entry("Homeless Shelter", "B")));
        Visiting.browser(series).send(links.getFirst() + "/1", "answer", "NO");
        assertThat(links)
                .allSatisfy(link -> assertThat(letters(link)).containsExactly(Map.entry("Homeless Shelter", "B")));
    }

    @Test
    void shows_the_letter_of_what_was_shared_by_text_later() {
        series.shared(basket, "phone");
        series.run();
        series.pass(Duration.ofDays(1));
        series.shared(List.of(basket.getLast()), "email");
        series.run();

        series.pass(Duration.ofDays(7));

        assertThat(letters(links().getFirst())).containsExactly(Map.entry("Legal Aid", "A"));
    }
}
