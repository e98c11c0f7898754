package org.warmhandoff.wiring;

import dagger.Module;
import dagger.Provides;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import org.warmhandoff.adapters.dynamo.DynamoLinks;
import org.warmhandoff.adapters.dynamo.Table;
import org.warmhandoff.adapters.http.LinkPages;
import org.warmhandoff.adapters.http.MissLimit;
import org.warmhandoff.adapters.http.Nonce;
import org.warmhandoff.link.Links;

/** The pages behind links: what a token opens, and in which order a form is checked. */
@Module(includes = PagesModule.class)
public interface LinksModule {

    @Provides
    @Singleton
    static Links links(Table table) {
        return new DynamoLinks(table);
    }

    @Provides
    @Singleton
    static LinkPages linkPages(Links links, MissLimit misses, Nonce nonces, InstantSource clock) {
        return new LinkPages(links, misses, nonces, clock);
    }
}
