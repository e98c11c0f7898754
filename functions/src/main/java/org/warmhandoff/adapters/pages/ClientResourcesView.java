package org.warmhandoff.adapters.pages;

import java.util.List;

/** The resources of one basket, in its order. */
public record ClientResourcesView(ClientPage page, List<ResourceView> resources) {
    public ClientResourcesView {
        resources = List.copyOf(resources);
    }
}
