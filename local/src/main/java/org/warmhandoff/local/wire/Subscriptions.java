package org.warmhandoff.local.wire;

import java.util.List;
import java.util.function.Predicate;
import org.warmhandoff.local.template.EventSource;
import org.warmhandoff.local.template.Template;

/** Which functions hear of what: by the topics and log groups that the template names. */
record Subscriptions(List<String> mailEvents, List<String> inboundTexts, List<String> textFailures) {

    static Subscriptions of(Template template) {
        return new Subscriptions(
                subscribed(template, template.mailEventTopics()::contains),
                subscribed(template, topic -> !template.mailEventTopics().contains(topic)),
                template.textFailureFunctions());
    }

    private static List<String> subscribed(Template template, Predicate<String> topics) {
        return template.functions().values().stream()
                .filter(function ->
                        function.events(EventSource.Topic.class).anyMatch(source -> topics.test(source.topic())))
                .map(function -> function.name())
                .toList();
    }
}
