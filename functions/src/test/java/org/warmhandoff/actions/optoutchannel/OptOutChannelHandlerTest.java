package org.warmhandoff.actions.optoutchannel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.warmhandoff.actions.Town;
import org.warmhandoff.actions.sharewithclient.Series;
import org.warmhandoff.adapters.dynamo.DynamoOptOuts;
import org.warmhandoff.adapters.http.Answer;
import org.warmhandoff.adapters.http.Events;
import org.warmhandoff.adapters.http.Http;
import org.warmhandoff.channel.ChannelKind;
import org.warmhandoff.channel.How;
import org.warmhandoff.channel.OptOuts;
import org.warmhandoff.contact.PhoneNumbers;
import org.warmhandoff.member.Members;
import org.warmhandoff.message.CloseReason;
import org.warmhandoff.message.FollowUpState;
import org.warmhandoff.referral.Referral;
import org.warmhandoff.wiring.Settings;

class OptOutChannelHandlerTest {

    private final Series series = new Series();
    private final Town town = series.town;
    private final OptOutChannelHandler handler = new OptOutChannelHandler(new OptOutChannelHandler.Wiring() {
        @Override
        public Http http() {
            return town.http();
        }

        @Override
        public InstantSource clock() {
            return town.clock();
        }

        @Override
        public Members members() {
            return town.members();
        }

        @Override
        public OptOuts optOuts() {
            return new DynamoOptOuts(town.table(), town.addressKey(), series.ids);
        }

        @Override
        public PhoneNumbers phoneNumbers() {
            return town.phoneNumbers();
        }

        @Override
        public Settings settings() {
            return town.settings();
        }
    });

    private Answer optOut(String sub, Map<String, ?> body) {
        return Events.signedIn(sub).post("/api/channels/opt-out").json(body).to(handler);
    }

    @Test
    void the_number_is_opted_out_at_once_and_what_is_owed_on_it_is_closed_with_the_reason() {
        List<Referral> basket = series.threeResources();
        series.shared(basket);
        series.run();
        series.sent.clear();

        Answer answer = optOut(Town.CASEWORKER, Map.of("phone", Series.TEXT.value()));
        series.run();

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.at("/state").asText()).isEqualTo("OPTED_OUT");
        assertThat(answer.at("/how").asText()).isEqualTo("CASEWORKER");
        assertThat(series.history(basket.getLast()).followUps())
                .filteredOn(followUp -> followUp.channel() == ChannelKind.SMS)
                .singleElement()
                .satisfies(followUp -> {
                    assertThat(followUp.state()).isEqualTo(FollowUpState.CLOSED);
                    assertThat(followUp.closedBecause()).contains(CloseReason.OPTED_OUT);
                });
        assertThat(series.activity(basket.getLast())).contains("Follow-up text not sent: its recipient opted out");
        series.pass(Duration.ofDays(10));
        assertThat(series.sent)
                .hasSize(3)
                .allSatisfy(one -> assertThat(one.to()).contains("@"));
    }

    @Test
    void an_earlier_stop_keeps_its_day_and_what_it_left_is_closed_now() {
        List<Referral> basket = series.threeResources();
        series.shared(basket);
        series.run();
        series.optOut(Series.TEXT, How.STOP);
        series.pass(Duration.ofHours(1));

        optOut(Town.CASEWORKER, Map.of("phone", Series.TEXT.value()));
        series.run();

        assertThat(series.channel(Series.TEXT).how()).contains(How.STOP);
        assertThat(series.history(basket.getFirst()).followUps())
                .filteredOn(followUp -> followUp.channel() == ChannelKind.SMS)
                .singleElement()
                .satisfies(followUp -> assertThat(followUp.state()).isEqualTo(FollowUpState.CLOSED));
    }

    @Test
    void an_address_that_nobody_knows_can_be_opted_out_too() {
        Answer answer = optOut(Town.CASEWORKER, Map.of("email", "new@client.example"));

        assertThat(answer.at("/state").asText()).isEqualTo("OPTED_OUT");
        assertThat(optOut(Town.VALLEY_CASEWORKER, Map.of("email", "new@client.example"))
                        .at("/state")
                        .asText())
                .isEqualTo("OPTED_OUT");
    }

    @Test
    void only_a_caseworker_may() {
        assertThat(optOut(Town.ADMINISTRATOR, Map.of("email", "new@client.example"))
                        .status())
                .isEqualTo(403);
    }
}
