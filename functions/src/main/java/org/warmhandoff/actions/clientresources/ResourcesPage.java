package org.warmhandoff.actions.clientresources;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.warmhandoff.adapters.http.Form;
import org.warmhandoff.adapters.http.LinkedPage;
import org.warmhandoff.adapters.http.Visit;
import org.warmhandoff.adapters.pages.ClientPage;
import org.warmhandoff.adapters.pages.ClientResourcesView;
import org.warmhandoff.adapters.pages.Pages;
import org.warmhandoff.adapters.pages.Problem;
import org.warmhandoff.adapters.pages.ResourceView;
import org.warmhandoff.adapters.pages.ResourceViews;
import org.warmhandoff.link.Purpose;
import org.warmhandoff.link.Target;
import org.warmhandoff.referral.Referral;
import org.warmhandoff.referral.Sender;
import org.warmhandoff.share.ClientBaskets;

/** The resource page of one basket. Its places are shown as their listings stand now: hours change, and a client goes there today. */
final class ResourcesPage {

    private final ClientBaskets baskets;
    private final Pages pages;
    private final InstantSource clock;

    ResourcesPage(ClientBaskets baskets, Pages pages, InstantSource clock) {
        this.baskets = baskets;
        this.pages = pages;
        this.clock = clock;
    }

    LinkedPage at(String token) {
        return link -> link.target() instanceof Target.Basket basket
                ? baskets.page(link, basket, clock.instant()).map(page -> new Shown(token, page))
                : Optional.empty();
    }

    private final class Shown implements LinkedPage.Standing {

        private final String token;
        private final ClientBaskets.Page basket;

        Shown(String token, ClientBaskets.Page basket) {
            this.token = token;
            this.basket = basket;
        }

        @Override
        public String version() {
            return "0";
        }

        @Override
        public boolean closed() {
            return true;
        }

        @Override
        public String html(Visit visit) {
            String path = Purpose.RESOURCES.path(token);
            String language = visit.query("lang").orElse(basket.share().language());
            Sender sender = basket.referrals().getFirst().sender();
            List<ResourceView> resources = new ArrayList<>();
            for (int place = 1; place <= basket.referrals().size(); place++) {
                Referral referral = basket.referrals().get(place - 1);
                resources.add(ResourceViews.of(
                        referral.receiver(),
                        Optional.ofNullable(
                                basket.listings().get(referral.receiver().listing())),
                        place,
                        basket.letters().getOrDefault(referral.id(), ""),
                        visit.inLanguage(path + "/" + place),
                        language));
            }
            return pages.clientResources(new ClientResourcesView(
                    new ClientPage(language, path, sender.organizationName(), sender.organizationPhone()), resources));
        }

        @Override
        public List<Problem> problems(Form form) {
            return List.of();
        }

        @Override
        public LinkedPage.Acted act(Form form) {
            return new LinkedPage.Acted.Overtaken(this);
        }
    }
}
