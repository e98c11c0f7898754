package org.warmhandoff.adapters.mail;

import java.util.List;
import org.warmhandoff.adapters.pages.ResourceView;

/**
 * The client's first message: all places of the basket, and the link to them.
 *
 * @param organization the display name of the sending organization
 * @param caseworkerPhone who to call there, E.164; may be empty
 * @param followUp whether we ask later: a safety listing's question is off unless asked for, and then nothing is promised
 * @param resources empty when the email must carry the link alone (safety, Part 2, victim services)
 */
public record ClientFirstMailView(
        String language,
        String organization,
        String caseworkerPhone,
        boolean followUp,
        List<ResourceView> resources,
        String link,
        String unsubscribeLink) {
    public ClientFirstMailView {
        resources = List.copyOf(resources);
    }

    public boolean linkAlone() {
        return resources.isEmpty();
    }
}
