package org.warmhandoff.actions.checkchannel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.warmhandoff.actions.Town;
import org.warmhandoff.adapters.dynamo.ChannelItem;
import org.warmhandoff.adapters.dynamo.DynamoChannelChecks;
import org.warmhandoff.adapters.dynamo.DynamoChannels;
import org.warmhandoff.adapters.http.Answer;
import org.warmhandoff.adapters.http.Events;
import org.warmhandoff.adapters.http.Http;
import org.warmhandoff.channel.Channel;
import org.warmhandoff.channel.ChannelAddress;
import org.warmhandoff.channel.ChannelChecks;
import org.warmhandoff.channel.ChannelConsent;
import org.warmhandoff.channel.Channels;
import org.warmhandoff.channel.How;
import org.warmhandoff.contact.EmailAddress;
import org.warmhandoff.contact.PhoneNumber;
import org.warmhandoff.contact.PhoneNumbers;
import org.warmhandoff.member.MemberId;
import org.warmhandoff.member.Members;
import org.warmhandoff.organization.OrganizationId;
import org.warmhandoff.wiring.Settings;

class CheckChannelHandlerTest {

    private static final ChannelAddress TEXT = new ChannelAddress.Text(new PhoneNumber("+19375550155"));
    private static final ChannelAddress MAIL = new ChannelAddress.Email(new EmailAddress("zoe@client.example"));

    private final Town town = new Town();
    private final CheckChannelHandler handler = new CheckChannelHandler(new CheckChannelHandler.Wiring() {
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
        public Channels channels() {
            return new DynamoChannels(town.table(), town.addressKey());
        }

        @Override
        public ChannelChecks checks() {
            return new DynamoChannelChecks(town.table(), 3);
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

    private Answer check(String sub, Map<String, ?> body) {
        return Events.signedIn(sub).post("/api/channels/check").json(body).to(handler);
    }

    private Channel sharedBy(OrganizationId organization, ChannelAddress address) {
        Channel before = Channel.unknown(address);
        Channel after =
                before.sharedBy(organization, ChannelConsent.givenTo(new MemberId(Town.CASEWORKER), town.now()));
        town.table().write(ChannelItem.save(town.addressKey(), before, after));
        return after;
    }

    private void optedOut(Channel before) {
        town.table().write(ChannelItem.save(town.addressKey(), before, before.optOut(How.STOP, town.now())));
    }

    @Test
    void an_address_of_which_nothing_is_kept_is_unknown() {
        Answer answer = check(Town.CASEWORKER, Map.of("email", "Nobody@client.example"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.at("/state").asText()).isEqualTo("UNKNOWN");
        assertThat(answer.at("/since").isNull()).isTrue();
        assertThat(answer.at("/how").isNull()).isTrue();
        assertThat(answer.at("/tell").isNull()).isTrue();
    }

    @Test
    void who_messaged_it_sees_since_when_and_how() {
        sharedBy(Town.HARBOR, TEXT);

        Answer answer = check(Town.CASEWORKER, Map.of("phone", "(937) 555-0155"));

        assertThat(answer.at("/state").asText()).isEqualTo("SUBSCRIBED");
        assertThat(answer.at("/since").asText()).isEqualTo("2026-11-23T15:00:00Z");
        assertThat(answer.at("/how").asText()).isEqualTo("SHARE");
    }

    @Test
    void nobody_finds_out_by_it_who_is_another_organizations_client() {
        sharedBy(Town.VALLEY, MAIL);

        Answer other = check(Town.CASEWORKER, Map.of("email", MAIL.value()));
        Answer nobody = check(Town.CASEWORKER, Map.of("email", "nobody@client.example"));

        assertThat(other.body()).isEqualTo(nobody.body());
    }

    @Test
    void who_holds_it_on_a_client_sees_it_too() {
        sharedBy(Town.VALLEY, TEXT);
        town.save(Town.client("client-ann", "Ann", "Anders"));

        assertThat(check(Town.CASEWORKER, Map.of("phone", TEXT.value()))
                        .at("/state")
                        .asText())
                .isEqualTo("SUBSCRIBED");
    }

    @Test
    void an_opt_out_made_elsewhere_shows_its_state_alone_and_what_to_tell_the_client() {
        optedOut(sharedBy(Town.VALLEY, TEXT));

        Answer answer = check(Town.CASEWORKER, Map.of("phone", TEXT.value()));

        assertThat(answer.at("/state").asText()).isEqualTo("OPTED_OUT");
        assertThat(answer.at("/since").isNull()).isTrue();
        assertThat(answer.at("/how").isNull()).isTrue();
        assertThat(answer.at("/tell").asText()).contains("Text START or Yes or UNSTOP to (937) 401-0653");
    }

    @Test
    void an_own_opt_out_shows_when_and_how() {
        optedOut(sharedBy(Town.HARBOR, TEXT));

        assertThat(check(Town.CASEWORKER, Map.of("phone", TEXT.value()))
                        .at("/how")
                        .asText())
                .isEqualTo("STOP");
    }

    @Test
    void it_takes_one_address_or_one_number() {
        assertThat(check(Town.CASEWORKER, Map.of()).pointers()).containsExactly("/email", "/phone");
        assertThat(check(Town.CASEWORKER, Map.of("phone", "911")).pointers()).containsExactly("/phone");
    }

    @Test
    void checks_are_counted_and_logged_without_the_address() {
        Answer answer = check(Town.CASEWORKER, Map.of("phone", TEXT.value()));
        check(Town.CASEWORKER, Map.of("phone", TEXT.value()));
        check(Town.CASEWORKER, Map.of("phone", TEXT.value()));
        Answer tooMany = check(Town.CASEWORKER, Map.of("phone", TEXT.value()));

        assertThat(answer.log().toString())
                .contains("channel checked", Town.CASEWORKER)
                .doesNotContain("5550155");
        assertThat(tooMany.status()).isEqualTo(429);
        assertThat(tooMany.header("retry-after")).contains("3600");
    }

    @Test
    void only_a_caseworker_checks() {
        assertThat(check(Town.RECEIVER, Map.of("phone", TEXT.value())).status()).isEqualTo(403);
    }
}
