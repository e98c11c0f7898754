package org.warmhandoff.actions.deliver;

import dagger.Module;
import dagger.Provides;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import org.warmhandoff.Ids;
import org.warmhandoff.adapters.dynamo.AddressKey;
import org.warmhandoff.adapters.dynamo.ClientFacts;
import org.warmhandoff.adapters.dynamo.MessageNews;
import org.warmhandoff.adapters.dynamo.OwedToClients;
import org.warmhandoff.adapters.dynamo.Table;
import org.warmhandoff.adapters.dynamo.WaitingReferrals;
import org.warmhandoff.adapters.mail.MailTexts;
import org.warmhandoff.adapters.pages.Brand;
import org.warmhandoff.adapters.sms.Texts;
import org.warmhandoff.message.LateMessages;
import org.warmhandoff.message.Mailer;
import org.warmhandoff.message.Texter;
import org.warmhandoff.message.Timers;
import org.warmhandoff.wiring.AddressKeyModule;
import org.warmhandoff.wiring.BrandModule;
import org.warmhandoff.wiring.MailerModule;
import org.warmhandoff.wiring.QueueModule;
import org.warmhandoff.wiring.TableModule;
import org.warmhandoff.wiring.TexterModule;
import org.warmhandoff.wiring.TimersModule;

/** All that delivering needs, which is all that the two senders may do. */
@Module(
        includes = {
            AddressKeyModule.class,
            BrandModule.class,
            MailerModule.class,
            QueueModule.class,
            TableModule.class,
            TexterModule.class,
            TimersModule.class
        })
public interface DeliverModule {

    @Provides
    @Singleton
    static Sayings sayings(Brand brand, Table table, AddressKey addressKey, Ids ids) {
        return new Sayings(
                new MailTexts(brand),
                new Texts(brand),
                new WaitingReferrals(table),
                new ClientFacts(table, addressKey),
                new OwedToClients(table, addressKey, ids));
    }

    @Provides
    @Singleton
    static Deliver deliver(
            Table table,
            Sayings sayings,
            Mailer mailer,
            Texter texter,
            Timers timers,
            LateMessages queue,
            Brand brand,
            InstantSource clock,
            Ids ids) {
        return new Deliver(
                table, sayings, new MessageNews(ids), mailer, texter, timers, queue, brand.publicAddress(), clock, ids);
    }

    @Provides
    @Singleton
    static Deliveries deliveries(Deliver deliver) {
        return new Deliveries(deliver);
    }
}
