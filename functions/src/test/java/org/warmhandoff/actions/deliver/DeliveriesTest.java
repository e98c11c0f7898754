package org.warmhandoff.actions.deliver;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.warmhandoff.actions.deliver.Deliveries.Asked;
import org.warmhandoff.adapters.dynamo.TableBusy;
import org.warmhandoff.adapters.http.TestContext;
import org.warmhandoff.message.MessageKey;
import org.warmhandoff.referral.ReferralId;

/** The messages of one batch, of the stream or of the queue. */
class DeliveriesTest {

    private static final ReferralId OTHER = new ReferralId("01OTHERREFERRAL00000000000");

    private final World world = new World();
    private final TestContext context = new TestContext();

    @Test
    void one_that_breaks_holds_no_other_up_and_it_alone_comes_again() {
        world.send();
        world.send(OTHER.value());
        world.beforeCall(0, () -> {
            throw new TableBusy("for now");
        });

        List<String> failed = world.deliveries()
                .all(List.of(new Asked("1", World.MAIL), new Asked("2", MessageKey.mail(OTHER, 0))), context);

        assertThat(failed).containsExactly("1");
        assertThat(world.mails).hasSize(1);
        assertThat(String.join("\n", context.lines()))
                .contains("delivery failed", "delivered")
                .doesNotContain(World.ADDRESS, "Needs groceries");
    }
}
