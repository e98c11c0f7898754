package org.warmhandoff.actions.deliver;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.warmhandoff.actions.Doors;
import org.warmhandoff.actions.Town;
import org.warmhandoff.adapters.dynamo.ClientFacts;
import org.warmhandoff.adapters.pages.Brand;
import org.warmhandoff.adapters.sms.Texts;
import org.warmhandoff.contact.PhoneNumber;
import org.warmhandoff.message.Content.TextReply;
import org.warmhandoff.message.Content.TextReply.Kind;
import org.warmhandoff.message.Message;
import org.warmhandoff.message.MessageKey;
import org.warmhandoff.message.OutgoingText;

class TextReplySayingTest {

    private static final PhoneNumber CLIENT = new PhoneNumber("+19375550155");

    private final Town town = new Town();

    private Saying.Prepared.Send prepared(Kind kind) {
        TextReply reply = new TextReply(kind, CLIENT, "en", kind == Kind.WHICH ? "A C" : "");
        Message message = Message.owed(MessageKey.of("CH#S#hash", kind.name(), "1"), reply, town.now());
        Saying saying = new TextReplySaying(
                message,
                reply,
                new ClientFacts(town.table(), town.addressKey()),
                new Texts(new Brand("Warm Handoff", Doors.PUBLIC_ADDRESS, "", "+19374010653", "+19375550100", "")));
        Instant now = town.now();
        return (Saying.Prepared.Send)
                saying.prepare(Map.of(), new Minting(new Doors(town).ids(), Doors.PUBLIC_ADDRESS, now), now);
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void every_answer_begins_with_who_speaks_and_goes_to_who_asked(Kind kind) {
        OutgoingText text = (OutgoingText) prepared(kind).outgoing();

        assertThat(text.to()).isEqualTo(CLIENT);
        assertThat(text.body()).startsWith("Warm Handoff");
    }

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"STOPPED", "HELP"})
    void the_confirmation_of_stop_and_the_answer_to_help_go_out_after_stop(Kind kind) {
        assertThat(prepared(kind).checks()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"STOPPED", "HELP"})
    void every_other_answer_holds_fast_that_nobody_said_stop_meanwhile(Kind kind) {
        assertThat(prepared(kind).checks()).hasSize(1);
    }
}
