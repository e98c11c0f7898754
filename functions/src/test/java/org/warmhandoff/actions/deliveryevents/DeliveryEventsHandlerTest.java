package org.warmhandoff.actions.deliveryevents;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.warmhandoff.actions.Doors;
import org.warmhandoff.actions.Town;
import org.warmhandoff.adapters.dynamo.Keys;
import org.warmhandoff.adapters.dynamo.MessageItem;
import org.warmhandoff.adapters.dynamo.ProviderIdItem;
import org.warmhandoff.adapters.http.TestContext;
import org.warmhandoff.listing.ListingId;
import org.warmhandoff.listing.MailState;
import org.warmhandoff.message.Message;
import org.warmhandoff.message.MessageKey;
import org.warmhandoff.message.MessageState;
import org.warmhandoff.referral.Delivery;
import org.warmhandoff.referral.ReferralId;

class DeliveryEventsHandlerTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ReferralId REFERRAL = new ReferralId("01REFERRAL0000000000000000");
    private static final MessageKey KEY = MessageKey.mail(REFERRAL, 0);
    private static final String ADDRESS = "intake@valley.example";

    private final Town town = new Town();
    private final Doors doors = new Doors(town);
    private final DeliveryEventsHandler handler = new DeliveryEventsHandler(() ->
            new Hear(town.table(), town.clock(), doors.ids(), new ClientAddresses(town.table(), town.addressKey())));
    private int told;

    @BeforeEach
    void a_referral_whose_mail_was_sent() {
        town.save(new ListingId("apple"), Town.outOfNetwork("Apple Pantry", ADDRESS));
        doors.send(REFERRAL, town.listing("apple"));
        Message owed = message();
        Message claimed = owed.claim("claim", town.now());
        town.table().write(MessageItem.save(claimed, owed));
        town.table()
                .write(MessageItem.save(claimed.accepted("ses-1", town.now()).message(), claimed));
    }

    private Message message() {
        return MessageItem.of(town.table().get(Keys.message(KEY))).orElseThrow();
    }

    private Delivery delivery() {
        return doors.referral(REFERRAL).delivery();
    }

    private List<String> activity() {
        return town.table().everything().stream()
                .filter(item -> item.key().sk().startsWith(Keys.ACTIVITY))
                .map(item -> item.attributes().string("text"))
                .toList();
    }

    private void tell(String eventType, Map<String, Object> detail) {
        tell("event-" + ++told, eventType, detail);
    }

    private void tell(String id, String eventType, Map<String, Object> detail) {
        ObjectNode event = JSON.createObjectNode().put("eventType", eventType);
        ObjectNode mail = event.putObject("mail").put("messageId", "ses-1");
        mail.putArray("destination").add(ADDRESS);
        mail.putObject("tags").putArray("message").add(KEY.tag());
        event.set(eventType.toLowerCase(java.util.Locale.ROOT), JSON.valueToTree(detail));
        ObjectNode notification = JSON.createObjectNode();
        notification
                .putArray("Records")
                .addObject()
                .putObject("Sns")
                .put("MessageId", id)
                .put("Message", event.toString());
        hand(notification);
    }

    private void hand(ObjectNode event) {
        try {
            handler.handleRequest(
                    new ByteArrayInputStream(JSON.writeValueAsBytes(event)),
                    new ByteArrayOutputStream(),
                    new TestContext());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Nested
    class A_mail {

        @Test
        void is_delivered() {
            tell("Delivery", Map.of());

            assertThat(delivery().state()).isEqualTo(Delivery.State.DELIVERED);
        }

        @Test
        void moves_forward_only() {
            tell("Delivery", Map.of());
            tell("Send", Map.of());
            tell("DeliveryDelay", Map.of());

            assertThat(delivery().state()).isEqualTo(Delivery.State.DELIVERED);
        }

        @Test
        void that_came_back_for_good_stops_mail_to_its_address_and_says_whom_to_call() {
            tell("Bounce", Map.of("bounceType", "Permanent", "bounceSubType", "NoEmail"));

            assertThat(delivery())
                    .isEqualTo(new Delivery(Delivery.State.BOUNCED, "There is no such mailbox. Call +19375550142."));
            assertThat(town.listing("apple").mail().state()).isEqualTo(MailState.BOUNCING);
            assertThat(activity()).contains("Referral email came back: There is no such mailbox. Call +19375550142.");
        }

        @Test
        void that_came_back_for_now_does_not_stop_mail_to_its_address() {
            tell("Bounce", Map.of("bounceType", "Transient", "bounceSubType", "MailboxFull"));

            assertThat(delivery().state()).isEqualTo(Delivery.State.BOUNCED);
            assertThat(town.listing("apple").mail().state()).isEqualTo(MailState.SUBSCRIBED);
        }

        @Test
        void that_was_reported_as_unwanted_stops_mail_to_its_address() {
            tell("Delivery", Map.of());
            tell("Complaint", Map.of());

            assertThat(delivery().state()).isEqualTo(Delivery.State.COMPLAINED);
            assertThat(town.listing("apple").mail().state()).isEqualTo(MailState.BOUNCING);
        }

        @Test
        void told_of_again_days_later_has_no_second_effect() {
            tell("once", "Bounce", Map.of("bounceType", "Permanent", "bounceSubType", "NoEmail"));
            town.save(new ListingId("apple"), Town.outOfNetwork("Apple Pantry", ADDRESS));
            assertThat(town.listing("apple").mail().state()).isEqualTo(MailState.SUBSCRIBED);
            town.pass(Duration.ofDays(2));
            tell("once", "Bounce", Map.of("bounceType", "Permanent", "bounceSubType", "NoEmail"));

            assertThat(town.listing("apple").mail().state()).isEqualTo(MailState.SUBSCRIBED);
        }

        @Test
        void never_changes_the_referrals_version() {
            tell("Bounce", Map.of("bounceType", "Permanent", "bounceSubType", "NoEmail"));

            assertThat(doors.referral(REFERRAL).version()).isEqualTo(1);
        }

        @Test
        void of_nobodys_is_let_be() {
            ObjectNode event = JSON.createObjectNode();
            event.putArray("Records")
                    .addObject()
                    .putObject("Sns")
                    .put("MessageId", "x")
                    .put("Message", "{\"eventType\":\"Delivery\",\"mail\":{\"tags\":{}}}");
            hand(event);

            assertThat(message().delivery().state()).isEqualTo(Delivery.State.SENT);
        }
    }

    @Nested
    class A_text {

        @Test
        void that_failed_is_found_by_its_providers_name_in_a_zipped_log() throws IOException {
            town.table().write(ProviderIdItem.put("sns-1", KEY, town.now()));
            hand(logged("{\"notification\":{\"messageId\":\"sns-1\"},\"delivery\":{\"destination\":\"+19375550155\","
                    + "\"providerResponse\":\"Phone is currently unreachable/unavailable\"},\"status\":\"FAILURE\"}"));

            assertThat(message().delivery())
                    .isEqualTo(
                            new Delivery(Delivery.State.FAILED, "The phone could not be reached. Call +19375550142."));
            assertThat(message().state()).isInstanceOf(MessageState.Sent.class);
        }

        @Test
        void that_nobody_knows_is_let_be() throws IOException {
            hand(logged("{\"notification\":{\"messageId\":\"sns-9\"},\"delivery\":{},\"status\":\"FAILURE\"}"));

            assertThat(message().delivery().state()).isEqualTo(Delivery.State.SENT);
        }

        private ObjectNode logged(String line) throws IOException {
            ObjectNode data = JSON.createObjectNode();
            data.putArray("logEvents").addObject().put("id", "log-1").put("message", line);
            ByteArrayOutputStream zipped = new ByteArrayOutputStream();
            try (GZIPOutputStream zip = new GZIPOutputStream(zipped)) {
                zip.write(data.toString().getBytes(StandardCharsets.UTF_8));
            }
            ObjectNode event = JSON.createObjectNode();
            event.putObject("awslogs").put("data", Base64.getEncoder().encodeToString(zipped.toByteArray()));
            return event;
        }
    }
}
